package dev.whyvoy.bench.maintain;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A Git repository, with or without a work tree, read through {@code git}. */
final class Repository implements AutoCloseable {
  /**
   * A file at a commit.
   *
   * @param id the same for the same content
   */
  record Blob(String id, String text) {}

  private final Path folder;
  private final Process batch;
  private final OutputStream questions;
  private final InputStream answers;

  Repository(Path folder) throws IOException {
    this.folder = folder;
    batch = git("cat-file", "--batch");
    questions = batch.getOutputStream();
    answers = new BufferedInputStream(batch.getInputStream());
  }

  /** Whether {@code ref} names a commit that is here. */
  boolean has(String ref) throws IOException {
    return object(ref + "^{commit}").isPresent();
  }

  /** The file at {@code path} in {@code ref}; empty if there is none. */
  Optional<Blob> file(String ref, String path) throws IOException {
    return object(ref + ":" + path).filter(found -> found.type().equals("blob")).map(Found::blob);
  }

  private record Found(String type, Blob blob) {}

  private Optional<Found> object(String name) throws IOException {
    questions.write((name + "\n").getBytes(StandardCharsets.UTF_8));
    questions.flush();
    String[] header = line().split(" ");
    if (header.length != 3) {
      return Optional.empty();
    }
    String text =
        new String(answers.readNBytes(Integer.parseInt(header[2])), StandardCharsets.UTF_8);
    answers.skipNBytes(1);
    return Optional.of(new Found(header[1], new Blob(header[0], text)));
  }

  /** Paths of the C++ files of {@code ref} outside of tests, with the id of their content. */
  Map<String, String> sources(String ref) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (String line : lines("ls-tree", "-r", ref, "--", "source", "contrib", "envoy")) {
      int tab = line.indexOf('\t');
      String path = line.substring(tab + 1);
      if ((path.endsWith(".cc") || path.endsWith(".h")) && !path.contains("/test/")) {
        sources.put(path, line.substring(0, tab).split(" ")[2]);
      }
    }
    return sources;
  }

  @Override
  public void close() throws IOException {
    questions.close();
    batch.destroy();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = answers.read(); c != '\n'; c = answers.read()) {
      if (c < 0) {
        throw new IOException("git cat-file ended; is " + folder + " a Git repository?");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  private List<String> lines(String... command) throws IOException {
    Process process = git(command);
    process.getOutputStream().close();
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private Process git(String... command) throws IOException {
    List<String> all = new ArrayList<>(List.of("git", "-C", folder.toString()));
    all.addAll(List.of(command));
    return new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}

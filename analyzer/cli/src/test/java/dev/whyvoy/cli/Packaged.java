package dev.whyvoy.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the packaged program through its launcher, as a user would, in the folder of the project.
 */
final class Packaged {
  static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
  static final Path LAUNCHER = PROJECT.resolve("analyzer/bin/whyvoy");

  private final Map<String, String> environment = new LinkedHashMap<>();
  private List<String> command = List.of();
  private String input = "";

  private Packaged() {
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LC_ALL", "C.UTF-8");
  }

  /**
   * What came of a run.
   *
   * @param code exit code
   */
  record Outcome(int code, String out, String err) {}

  /** {@code whyvoy} with these arguments, and empty standard input. */
  static Packaged whyvoy(String... arguments) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    return new Packaged().command(command);
  }

  /** A script for the shell, in which {@code whyvoy} is the launcher. */
  static Packaged shell(String script) {
    String path = LAUNCHER.getParent() + ":" + System.getenv("PATH");
    return new Packaged().command(List.of("sh", "-c", script)).with("PATH", path);
  }

  private Packaged command(List<String> words) {
    command = words;
    return this;
  }

  Packaged with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Packaged input(String text) {
    input = text;
    return this;
  }

  Outcome run() {
    try {
      Path out = Files.createTempFile("whyvoy", ".out");
      Path err = Files.createTempFile("whyvoy", ".err");
      ProcessBuilder builder = new ProcessBuilder(command).directory(PROJECT.toFile());
      builder.environment().keySet().removeAll(List.of("COLUMNS", "NO_COLOR", "LANG", "LC_CTYPE"));
      builder.environment().putAll(environment);
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // The program need not read its input to the end.
      }
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("does not end: " + command);
      }
      Outcome outcome =
          new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return outcome;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package dev.whyvoy.bench.mutate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What inputs are made of: files, and the lines of {@code .log} and {@code .txt} files. */
final class Samples {
  private static final int LARGEST = 1 << 20;
  private static final int LINES = 200;

  private Samples() {}

  /** The samples in files and folders; at least one. */
  static List<byte[]> of(List<String> paths) throws IOException {
    List<byte[]> samples = new ArrayList<>();
    samples.add(new byte[] {'a'});
    for (String path : paths) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(Path.of(path))) {
        files = all.filter(Files::isRegularFile).sorted().toList();
      }
      for (Path file : files) {
        if (Files.size(file) <= LARGEST && !file.toString().endsWith(".expected")) {
          add(file, samples);
        }
      }
    }
    return samples;
  }

  private static void add(Path file, List<byte[]> samples) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    samples.add(bytes);
    String name = file.getFileName().toString();
    if (name.endsWith(".log") || name.endsWith(".txt")) {
      new String(bytes, StandardCharsets.ISO_8859_1)
          .lines()
          .limit(LINES)
          .map(line -> line.getBytes(StandardCharsets.ISO_8859_1))
          .forEach(samples::add);
    }
  }
}

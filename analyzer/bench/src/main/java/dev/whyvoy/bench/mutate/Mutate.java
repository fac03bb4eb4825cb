package dev.whyvoy.bench.mutate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Tries changed samples on one target for some seconds: counts inputs, exceptions, broken
 * properties and inputs that take more than a second. Exits with 1 if there were any.
 *
 * <pre>Mutate CLASS METHOD SECONDS SEED LONGEST FOLDER SAMPLES...</pre>
 *
 * FOLDER keeps what was found; SAMPLES are files, and folders of files; the lines of {@code .log}
 * and {@code .txt} files are samples of their own.
 */
public final class Mutate {
  /** What an input may take, in ms. */
  private static final long MOST_MILLIS = 1000;

  private static final int LARGEST_SAMPLE = 1 << 20;
  private static final int LINES = 200;

  private Mutate() {}

  /** Runs; see the class. */
  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    if (args.length < 7) {
      System.err.println("Mutate CLASS METHOD SECONDS SEED LONGEST FOLDER SAMPLES...");
      System.exit(2);
    }
    Path folder = Path.of(args[5]);
    List<byte[]> samples = new ArrayList<>();
    samples.add("a".getBytes(StandardCharsets.US_ASCII));
    for (int i = 6; i < args.length; i++) {
      add(Path.of(args[i]), samples);
    }
    int longest = Integer.parseInt(args[4]);
    Mutator mutator = new Mutator(Long.parseLong(args[3]), samples, Words.of(samples), longest);
    Path scratch = Files.createTempDirectory("mutate");
    Target target = Target.of(args[0], args[1], scratch);
    Findings findings = new Findings(folder);
    Watch watch = new Watch(folder);
    watch.start();
    long start = watch.spent();
    long inputs = run(target, mutator, Long.parseLong(args[2]) * 1_000_000_000L, findings, watch);
    double seconds = (watch.spent() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s.%s: %,d inputs, %.1f s of processor time, %,.0f a second; %s%n",
        args[0].substring(args[0].lastIndexOf('.') + 1),
        args[1],
        inputs,
        seconds,
        inputs / seconds,
        findings);
    System.exit(findings.any() ? 1 : 0);
  }

  private static long run(
      Target target, Mutator mutator, long nanos, Findings findings, Watch watch)
      throws IOException {
    long now = System.nanoTime();
    long end = now + nanos;
    long inputs = 0;
    while (now < end) {
      byte[] input = mutator.next();
      watch.on(input);
      attempt(target, input, findings);
      long then = System.nanoTime();
      if (then - now > MOST_MILLIS * 1_000_000) {
        again(target, input, findings, watch);
      }
      now = then;
      inputs++;
    }
    return inputs;
  }

  @SuppressWarnings("IllegalCatch")
  private static void attempt(Target target, byte[] input, Findings findings) throws IOException {
    try {
      // A target that changes its input would hide what it was given.
      target.run(input.clone());
    } catch (Throwable problem) {
      findings.thrown(input, problem);
    }
  }

  /** What took long may have waited for a processor: measured anew, by the processor's time. */
  private static void again(Target target, byte[] input, Findings findings, Watch watch)
      throws IOException {
    long before = watch.spent();
    attempt(target, input, findings);
    long millis = (watch.spent() - before) / 1_000_000;
    if (millis > MOST_MILLIS) {
      findings.slow(input, millis);
    }
  }

  private static void add(Path path, List<byte[]> samples) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      files
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(
              file -> {
                try {
                  addFile(file, samples);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  private static void addFile(Path file, List<byte[]> samples) throws IOException {
    if (Files.size(file) > LARGEST_SAMPLE || file.toString().endsWith(".expected")) {
      return;
    }
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

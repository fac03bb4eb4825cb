package dev.whyvoy.bench.mutate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries changed samples on targets in turn, until its time is over: counts inputs, exceptions,
 * broken properties and inputs that take more than a second. Exits with 1 if there were any.
 *
 * <pre>Mutate SECONDS SEED FOLDER &lt; TARGETS</pre>
 *
 * A line of TARGETS is {@code CLASS METHOD LONGEST SAMPLES...}: the longest input in bytes, files
 * and folders of files. FOLDER keeps what is found, and in {@code results.txt} the counts so far.
 */
public final class Mutate {
  /** How long a target is tried before it is another's turn, in ns of the processor's time. */
  private static final long TURN = 2_000_000_000L;

  private Mutate() {}

  /** Runs; see the class. */
  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    if (args.length != 3) {
      System.err.println("Mutate SECONDS SEED FOLDER < TARGETS");
      System.exit(2);
    }
    long end = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000_000L;
    Path folder = Files.createDirectories(Path.of(args[2]));
    Watch watch = new Watch(folder);
    watch.start();
    List<Trial> trials = trials(Long.parseLong(args[1]), folder, watch);
    while (System.nanoTime() < end) {
      for (Trial trial : trials) {
        trial.run(TURN, end);
        Files.writeString(folder.resolve("results.txt"), results(trials));
      }
    }
    System.out.print(results(trials));
    System.exit(trials.stream().anyMatch(Trial::foundAny) ? 1 : 0);
  }

  private static List<Trial> trials(long seed, Path folder, Watch watch)
      throws ReflectiveOperationException, IOException {
    Path scratch = Files.createTempDirectory("mutate");
    List<Trial> trials = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> words = List.of(line.strip().split(" +"));
        String type = words.get(0);
        String name = type.substring(type.lastIndexOf('.') + 1) + "." + words.get(1);
        List<byte[]> samples = Samples.of(words.subList(3, words.size()));
        Mutator mutator =
            new Mutator(seed, samples, Words.of(samples), Integer.parseInt(words.get(2)));
        Target target = Target.of(type, words.get(1), scratch);
        trials.add(new Trial(name, target, mutator, new Findings(folder.resolve(name)), watch));
      }
    }
    return trials;
  }

  private static String results(List<Trial> trials) {
    StringBuilder text = new StringBuilder();
    trials.forEach(trial -> text.append(trial).append('\n'));
    long inputs = trials.stream().mapToLong(Trial::inputs).sum();
    return text.append(String.format("all: %,d inputs%n", inputs)).toString();
  }
}

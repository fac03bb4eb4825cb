package dev.whyvoy.bench.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Runs every incident of a case file through {@code whyvoy explain -0 --output json} and counts how
 * often the true cause comes first, among the first three, and in the right family; then, for each
 * tenth of likelihood, how often the first cause was the true one.
 *
 * <p>Usage: {@code IncidentScore CASES.jsonl VOCABULARY.md WHYVOY [--misses]}
 */
public final class IncidentScore {
  private IncidentScore() {}

  /** Prints the score; the exit status is 1 when an incident got no answer. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 3) {
      System.err.println("usage: IncidentScore CASES.jsonl VOCABULARY.md WHYVOY [--misses]");
      System.exit(2);
    }
    List<Incident> incidents = Incident.read(Path.of(args[0]));
    Families families = Families.read(Path.of(args[1]));
    List<Answer> answers = ask(args[2], incidents);
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      results.add(Result.of(incidents.get(i), answers.get(i), families));
    }
    print(results, args.length > 3, System.out);
    if (answers.size() < incidents.size()) {
      System.out.printf("answers: %d of %d%n", answers.size(), incidents.size());
      System.exit(1);
    }
  }

  private static List<Answer> ask(String whyvoy, List<Incident> incidents)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(whyvoy, "explain", "-0", "--output", "json")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread feeder = new Thread(() -> feed(process.getOutputStream(), incidents), "feeder");
    feeder.start();
    ObjectMapper json = new ObjectMapper();
    List<Answer> answers = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        answers.add(Answer.of(json.readTree(line)));
      }
    }
    feeder.join();
    process.waitFor();
    return answers;
  }

  private static void feed(OutputStream out, List<Incident> incidents) {
    try (PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8)) {
      for (int i = 0; i < incidents.size(); i++) {
        stream.print((i == 0 ? "" : "\0") + incidents.get(i).input());
      }
    }
  }

  private static void print(List<Result> results, boolean misses, PrintStream out) {
    List<Result> scored = results.stream().filter(r -> r.incident().scored()).toList();
    List<Result> verbatim = results.stream().filter(r -> r.incident().verbatim()).toList();
    out.printf("understood, verbatim    %s%n", share(verbatim, r -> r.answer().understood()));
    out.printf("understood, all         %s%n", share(results, r -> r.answer().understood()));
    out.printf("true cause first        %s%n", share(scored, r -> r.rank() == 1));
    out.printf("true cause in 3         %s%n", share(scored, r -> r.rank() >= 1 && r.rank() <= 3));
    out.printf("true cause anywhere     %s%n", share(scored, r -> r.rank() >= 1));
    out.printf("right family first      %s%n%n", share(scored, Result::familyFirst));
    Map<String, List<Result>> byFamily = new TreeMap<>();
    scored.forEach(r -> byFamily.computeIfAbsent(r.family(), f -> new ArrayList<>()).add(r));
    byFamily.forEach(
        (family, list) ->
            out.printf(
                "%-30s first %-18s in 3 %-18s family %s%n",
                family,
                share(list, r -> r.rank() == 1),
                share(list, r -> r.rank() >= 1 && r.rank() <= 3),
                share(list, Result::familyFirst)));
    Reliability.print(scored, out);
    if (misses) {
      results.stream().filter(Result::miss).forEach(r -> out.println("\n" + r.describe()));
    }
  }

  private static String share(List<Result> results, Predicate<Result> hit) {
    long hits = results.stream().filter(hit).count();
    return String.format(
        "%3d of %3d  %5.1f %%",
        hits, results.size(), results.isEmpty() ? 0 : 100.0 * hits / results.size());
  }
}

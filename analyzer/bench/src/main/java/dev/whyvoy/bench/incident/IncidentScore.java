package dev.whyvoy.bench.incident;

import dev.whyvoy.core.incident.Incident;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.summary.LogScan;
import dev.whyvoy.core.summary.Recorder;
import dev.whyvoy.report.SummaryView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Makes logs of every scenario, has incidents found in them, and counts how many were found,
 * placed, timed and named, and how many were invented.
 */
public final class IncidentScore {
  static final int MINUTES = 30;
  static final double RATE = 20;

  private final Knowledge knowledge = Knowledge.load();

  IncidentScore() {}

  /**
   * Of one log.
   *
   * @param verdicts on what really happened
   * @param invented incidents that stand for nothing
   */
  record Result(String kind, long seed, List<Verdict> verdicts, List<Incident> invented) {}

  /** Usage: {@code IncidentScore FIRST_SEED SEEDS [--hard] [--misses] [SCENARIO...]}. */
  public static void main(String... args) {
    if (args.length < 2) {
      System.err.println("usage: IncidentScore FIRST_SEED SEEDS [--hard] [--misses] [SCENARIO...]");
      System.exit(2);
    }
    boolean hard = Arrays.asList(args).contains("--hard");
    boolean misses = Arrays.asList(args).contains("--misses");
    List<String> kinds = kinds(Arrays.stream(args).skip(2).toList());
    long first = Long.parseLong(args[0]);
    long seeds = Long.parseLong(args[1]);
    Setting usual = Setting.usual(MINUTES, RATE, "istio-text");
    IncidentScore score = new IncidentScore();
    List<Result> all = new ArrayList<>();
    System.out.printf(
        "%-18s %5s %5s %6s %6s %7s %7s %5s %5s %8s%n",
        "scenario",
        "true",
        "found",
        "placed",
        "timed",
        "median",
        "90 %",
        "first",
        "in 3",
        "invented");
    for (String kind : kinds) {
      List<Result> results = new ArrayList<>();
      for (long seed = first; seed < first + seeds; seed++) {
        results.add(score.run(new Scenario(kind, seed, usual, hard), kind, seed));
      }
      print(kind, results);
      if (misses) {
        results.forEach(IncidentScore::explain);
      }
      all.addAll(results);
    }
    print("all", all);
    long invented = all.stream().mapToLong(r -> r.invented().size()).sum();
    long found = verdicts(all).stream().filter(v -> v.incident() != null).count();
    System.out.printf(
        Locale.ROOT,
        "precision %.1f %%, recall %.1f %%%n",
        100.0 * found / Math.max(1, found + invented),
        100.0 * found / Math.max(1, verdicts(all).size()));
  }

  /** Scenarios named, or all of those that begin so; without a name those of the usual mesh. */
  private static List<String> kinds(List<String> args) {
    List<String> names = args.stream().filter(arg -> !arg.startsWith("--")).toList();
    return Scenario.kinds().stream()
        .filter(
            kind ->
                names.isEmpty()
                    ? !kind.startsWith("calm-") && !kind.startsWith("real-")
                    : names.stream().anyMatch(n -> kind.equals(n) || kind.startsWith(n + "-")))
        .toList();
  }

  Result run(Scenario scenario, String kind, long seed) {
    Recorder recorder = new Recorder(LogScan.Options.of(List.of()));
    scenario.write(
        text -> {
          byte[] line = text.toString().getBytes(StandardCharsets.UTF_8);
          byte[] padded = Arrays.copyOf(line, line.length + Bytes.PADDING);
          recorder.add(padded, 0, line.length);
        });
    SummaryView view =
        SummaryView.of(recorder.summary(), knowledge, EnvoyVersion.RELEASED, LineReader::new);
    List<Incident> left = new ArrayList<>(view.incidents());
    List<Verdict> verdicts =
        scenario.truths().stream().map(truth -> Verdict.of(truth, left)).toList();
    scenario.traces().forEach(truth -> Verdict.of(truth, left));
    return new Result(kind, seed, verdicts, left);
  }

  private static List<Verdict> verdicts(List<Result> results) {
    return results.stream().flatMap(result -> result.verdicts().stream()).toList();
  }

  private static void print(String name, List<Result> results) {
    List<Verdict> all = verdicts(results);
    List<Verdict> found = all.stream().filter(v -> v.incident() != null).toList();
    double[] off = found.stream().mapToDouble(v -> Math.abs(v.offBySeconds())).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-18s %5d %5d %6d %6d %7s %7s %5d %5d %8d%n",
        name,
        all.size(),
        found.size(),
        found.stream().filter(Verdict::placed).count(),
        Arrays.stream(off).filter(seconds -> seconds <= 10).count(),
        quantile(off, 0.5),
        quantile(off, 0.9),
        found.stream().filter(v -> v.rank() == 1).count(),
        found.stream().filter(v -> v.rank() >= 1 && v.rank() <= 3).count(),
        results.stream().mapToInt(result -> result.invented().size()).sum());
  }

  private static String quantile(double[] sorted, double share) {
    return sorted.length == 0
        ? "-"
        : String.format(
            Locale.ROOT,
            "%.1f s",
            sorted[(int) Math.min(sorted.length - 1, share * sorted.length)]);
  }

  private static void explain(Result result) {
    for (Verdict verdict : result.verdicts()) {
      Incident incident = verdict.incident();
      boolean good =
          verdict.placed() && verdict.rank() == 1 && Math.abs(verdict.offBySeconds()) <= 10;
      if (!good) {
        System.out.println("  seed " + result.seed() + ": " + Verdict.words(verdict.truth()));
        System.out.println(
            incident == null
                ? "    not found"
                : "    off by " + verdict.offBySeconds() + " s, cause is no. " + verdict.rank());
        if (incident != null) {
          describe(incident);
        }
      }
    }
    result
        .invented()
        .forEach(
            incident -> {
              System.out.println("  seed " + result.seed() + " invented:");
              describe(incident);
            });
  }

  private static void describe(Incident incident) {
    System.out.println(
        "    "
            + incident.title()
            + " ("
            + incident.count()
            + " of "
            + incident.traffic()
            + "), since "
            + (incident.period().since().isPresent()
                ? Instant.ofEpochMilli(incident.period().since().getAsLong()).toString()
                : "?")
            + " "
            + incident.period().onset()
            + (incident.period().ongoing() ? " ongoing" : ""));
    incident.shows().forEach(sentence -> System.out.println("      " + sentence));
    incident.causes().stream()
        .limit(3)
        .forEach(
            cause ->
                System.out.printf(
                    Locale.ROOT,
                    "      %.2f %s +%s -%s%n",
                    cause.likelihood(),
                    cause.cause().id(),
                    cause.because(),
                    cause.against()));
  }
}

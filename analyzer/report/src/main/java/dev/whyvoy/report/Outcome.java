package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.knowledge.Cause;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.Level;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.summary.Group;
import dev.whyvoy.core.summary.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All failures with one diagnosis, wherever they happened.
 *
 * @param diagnosis null when nothing known fits
 * @param line in one sentence, about the most frequent of its groups
 * @param said status and flags as logged, the most frequent
 * @param first time of the earliest in ms since 1970
 * @param last time of the latest
 * @param p50 duration in ms that half of them did not exceed
 * @param clusters upstream clusters, the most affected first
 * @param hosts upstream hosts, the most affected first
 * @param causes what may be behind it, the most likely first
 * @param groups what it is made of, the largest first
 */
record Outcome(
    @Nullable Diagnosis diagnosis,
    String line,
    String said,
    long count,
    OptionalLong first,
    OptionalLong last,
    OptionalLong p50,
    OptionalLong p99,
    List<Part> clusters,
    List<Part> hosts,
    List<LikelyCause> causes,
    List<DiagnosedGroup> groups) {

  /** A cause less likely than this is no news. */
  private static final double LIKELY = 0.2;

  /** A share of an outcome's records. */
  record Part(String name, long count) {}

  /** A cause with its likelihood over all records of an outcome. */
  record LikelyCause(Cause cause, double likelihood) {}

  /** {@code EV301}, or what was logged when nothing known fits. */
  String code() {
    return diagnosis == null ? "?" : diagnosis.code();
  }

  /** {@code upstream-connect-refused}, or what was logged when nothing known fits. */
  String name() {
    return diagnosis == null ? said : diagnosis.slug();
  }

  Level level() {
    return diagnosis == null ? Level.WARNING : diagnosis.level();
  }

  /** The values that outcomes are grouped by in addition, as {@code " authority=shop"}. */
  String by(SummaryView view) {
    List<Field> fields = view.summary().by();
    List<String> values = groups.get(0).group().signature().by();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(fields.size(), values.size()); i++) {
      String value = values.get(i).isEmpty() ? "-" : values.get(i);
      text.append(' ').append(fields.get(i).key()).append('=').append(value);
    }
    return text.toString();
  }

  /** The likeliest cause with its likelihood; empty if none is likely. */
  String likely() {
    return causes.isEmpty() || causes.get(0).likelihood() < LIKELY
        ? ""
        : causes.get(0).cause().title() + " (" + Words.percent(causes.get(0).likelihood()) + ")";
  }

  /** A line as it was read, if one was kept. */
  Optional<String> sample() {
    return groups.stream().flatMap(group -> group.samples().stream()).findFirst();
  }

  static Outcome of(List<DiagnosedGroup> groups) {
    List<DiagnosedGroup> largestFirst = new ArrayList<>(groups);
    largestFirst.sort(
        Comparator.comparingLong((DiagnosedGroup group) -> group.group().count()).reversed());
    DiagnosedGroup largest = largestFirst.get(0);
    Finding finding = largest.finding();
    List<Group> plain = largestFirst.stream().map(DiagnosedGroup::group).toList();
    SortedMap<Long, Long> durations = durations(plain);
    return new Outcome(
        finding == null ? null : finding.diagnosis(),
        finding == null ? "not understood: " + largest.said() : finding.line(),
        largest.said(),
        plain.stream().mapToLong(Group::count).sum(),
        plain.stream().flatMap(g -> g.first().stream()).mapToLong(t -> t).min(),
        plain.stream().flatMap(g -> g.last().stream()).mapToLong(t -> t).max(),
        percentile(durations, 0.5),
        percentile(durations, 0.99),
        parts(plain.stream().flatMap(Outcome::cluster)),
        parts(plain.stream().flatMap(Outcome::hosts)),
        causes(largestFirst),
        largestFirst);
  }

  private static Stream<Part> cluster(Group group) {
    return group.signature().cluster().stream().map(name -> new Part(name, group.count()));
  }

  private static Stream<Part> hosts(Group group) {
    return group.hosts().stream()
        .flatMap(tally -> tally.top(Integer.MAX_VALUE).stream())
        .map((Tally.Entry entry) -> new Part(entry.value(), entry.count()));
  }

  private static List<Part> parts(Stream<Part> parts) {
    Map<String, Long> counts = new TreeMap<>();
    parts.forEach(part -> counts.merge(part.name(), part.count(), Long::sum));
    return counts.entrySet().stream()
        .map(entry -> new Part(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Part::count).reversed())
        .toList();
  }

  private static SortedMap<Long, Long> durations(List<Group> groups) {
    SortedMap<Long, Long> all = new TreeMap<>();
    groups.forEach(
        group -> group.durations().histogram().forEach((ms, n) -> all.merge(ms, n, Long::sum)));
    return all;
  }

  private static OptionalLong percentile(SortedMap<Long, Long> counts, double share) {
    long total = counts.values().stream().mapToLong(n -> n).sum();
    long rank = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      seen += entry.getValue();
      if (seen >= rank) {
        return OptionalLong.of(entry.getKey());
      }
    }
    return OptionalLong.empty();
  }

  /** A cause's likelihood is its mean over the records. */
  private static List<LikelyCause> causes(List<DiagnosedGroup> groups) {
    Map<String, LikelyCause> sums = new LinkedHashMap<>();
    long total = 0;
    for (DiagnosedGroup group : groups) {
      long count = group.group().count();
      total += count;
      for (var ranked : group.causes()) {
        sums.merge(
            ranked.cause().id(),
            new LikelyCause(ranked.cause(), ranked.likelihood() * count),
            (a, b) -> new LikelyCause(a.cause(), a.likelihood() + b.likelihood()));
      }
    }
    long all = total;
    return sums.values().stream()
        .map(sum -> new LikelyCause(sum.cause(), sum.likelihood() / all))
        .sorted(Comparator.comparingDouble(LikelyCause::likelihood).reversed())
        .toList();
  }

  /** The value of a field in the largest group, or empty. */
  String value(Field field) {
    return groups.get(0).group().signature().value(field).orElse("");
  }
}

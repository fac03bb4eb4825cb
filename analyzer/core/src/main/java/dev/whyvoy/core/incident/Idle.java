package dev.whyvoy.core.incident;

import dev.whyvoy.core.record.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Whether failures come after a quiet time. To be told only when every record is there. */
final class Idle {
  private static final long SHORTEST = 1000;

  private Idle() {}

  /** The quiet time that nearly all failures have before them and hardly any success has, in ms. */
  static OptionalLong before(List<Sighting> failing, List<Sighting> healthy) {
    List<Sighting> all = new ArrayList<>(failing);
    all.addAll(healthy);
    all.removeIf(s -> !s.hasTime());
    all.sort(java.util.Comparator.comparingLong(Sighting::time));
    Set<Sighting> failed = new HashSet<>(failing);
    Map<String, Long> last = new HashMap<>();
    List<Long> afterQuiet = new ArrayList<>();
    List<Long> others = new ArrayList<>();
    for (Sighting s : all) {
      if (s.text(Field.UPSTREAM_HOST).isEmpty()) {
        continue;
      }
      String way = s.text(Field.UPSTREAM_HOST) + ' ' + Dimension.client(s);
      Long before = last.put(way, s.time());
      if (before != null) {
        (failed.contains(s) ? afterQuiet : others).add(s.time() - before);
      }
    }
    if (afterQuiet.size() < 5 || others.size() < 10) {
      return OptionalLong.empty();
    }
    long[] sorted = afterQuiet.stream().mapToLong(t -> t).sorted().toArray();
    long least = sorted[sorted.length / 10];
    long[] usual = others.stream().mapToLong(t -> t).sorted().toArray();
    int shorter = Arrays.binarySearch(usual, least);
    double below = (shorter < 0 ? -shorter - 1 : shorter) / (double) usual.length;
    return least >= SHORTEST && below >= 0.75 ? OptionalLong.of(least) : OptionalLong.empty();
  }
}

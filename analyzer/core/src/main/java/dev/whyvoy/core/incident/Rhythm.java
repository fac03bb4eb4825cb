package dev.whyvoy.core.incident;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts over time with the traffic they are to be compared with. */
final class Rhythm {
  /** More buckets than this are joined before stretches are searched. */
  private static final int MOST = 400;

  /** Rates to look for, as multiples of the average. */
  private static final double[] RATES = {1.03, 1.1, 1.25, 1.5, 2.5, 5, 12, 40, 200};

  /** A stretch must have this many times as many as the rest. */
  static final double LIFT = 3;

  private final long[] start;
  private final double[] count;
  private final double[] sum;
  private final long width;
  private final Exposure exposure;

  /**
   * @param counts start of each bucket in ms to its records
   * @param width of a bucket in ms
   */
  Rhythm(SortedMap<Long, Double> counts, long width, Exposure exposure) {
    SortedMap<Long, Double> joined = counts;
    long w = width;
    while (joined.size() > MOST) {
      w *= 2;
      TreeMap<Long, Double> wider = new TreeMap<>();
      for (Map.Entry<Long, Double> entry : joined.entrySet()) {
        wider.merge(Math.floorDiv(entry.getKey(), w) * w, entry.getValue(), Double::sum);
      }
      joined = wider;
    }
    this.width = w;
    this.exposure = exposure;
    start = joined.keySet().stream().mapToLong(t -> t).toArray();
    count = joined.values().stream().mapToDouble(n -> n).toArray();
    sum = new double[count.length + 1];
    for (int i = 0; i < count.length; i++) {
      sum[i + 1] = sum[i] + count[i];
    }
  }

  /**
   * A stretch with more records than elsewhere.
   *
   * @param records in it
   * @param evidence that this is no chance, a natural logarithm
   */
  record Stretch(Span span, double records, double evidence) {}

  double total() {
    return sum[count.length];
  }

  long width() {
    return width;
  }

  /**
   * The most telling stretch; its evidence is 0 if there is none. For a few rates the stretch that
   * fits best is found in one pass each, besides those that reach to an end; the best of these is
   * then moved at both ends as long as that makes it more telling.
   */
  Stretch best() {
    int from = -1;
    int to = -1;
    double evidence = 0;
    for (double rate : RATES) {
      int[] ends = fitting(rate);
      double found = ends[1] < 0 ? 0 : evidence(ends[0], ends[1]);
      if (found > evidence) {
        evidence = found;
        from = ends[0];
        to = ends[1];
      }
    }
    int end = count.length - 1;
    for (int i = 0; i <= end; i++) {
      double after = evidence(i, end);
      double before = evidence(0, i);
      if (Math.max(after, before) > evidence) {
        evidence = Math.max(after, before);
        from = after >= before ? i : 0;
        to = after >= before ? end : i;
      }
    }
    if (from < 0) {
      return new Stretch(new Span(0, -1), 0, 0);
    }
    for (int step = Integer.highestOneBit(count.length); step > 0; ) {
      int[][] moves = {{from - step, to}, {from + step, to}, {from, to - step}, {from, to + step}};
      boolean better = false;
      for (int[] move : moves) {
        boolean possible = move[0] >= 0 && move[0] <= move[1] && move[1] < count.length;
        double found = possible ? evidence(move[0], move[1]) : 0;
        if (found > evidence) {
          evidence = found;
          from = move[0];
          to = move[1];
          better = true;
        }
      }
      step = better ? step : step / 2;
    }
    return stretch(from, to, evidence);
  }

  /** Ends of the stretch that is best explained by {@code rate} times the average. */
  private int[] fitting(double rate) {
    double all = total();
    double gain = Math.log(rate);
    double best = 0;
    double sofar = 0;
    int start = 0;
    int[] ends = {0, -1};
    double before = 0;
    for (int i = 0; i < count.length; i++) {
      double begin = exposure.until(this.start[i]);
      double end = exposure.until(this.start[i] + width);
      sofar -= (rate - 1) * all * Math.max(0, begin - before);
      if (sofar <= 0) {
        sofar = 0;
        start = i;
      }
      sofar += count[i] * gain - (rate - 1) * all * (end - begin);
      before = end;
      if (sofar > best) {
        best = sofar;
        ends[0] = start;
        ends[1] = i;
      }
    }
    return ends;
  }

  private double evidence(int a, int b) {
    double inside = sum[b + 1] - sum[a];
    double part = exposure.until(start[b] + width) - exposure.until(start[a]);
    double least = Math.max(exposure.least(), inside * exposure.one());
    part = Math.max(least, part);
    return lift(inside, total() - inside, part) < LIFT
        ? 0
        : Statistics.burst(inside, total(), part);
  }

  /**
   * How many times as frequent it is within a part of the traffic as outside.
   *
   * @param part from 0 to 1
   */
  static double lift(double inside, double outside, double part) {
    return inside / part / Math.max(1, outside / Math.max(1e-6, 1 - part));
  }

  /** Takes in what comes close before and after and would not be there by chance. */
  private Stretch stretch(int a, int b, double evidence) {
    int from = a;
    int to = b;
    while (from > 0 && !isChance(start[from] - start[from - 1], from - 1, from, to)) {
      from--;
    }
    while (to < count.length - 1 && !isChance(start[to + 1] - start[to], to + 1, from, to)) {
      to++;
    }
    return new Stretch(
        new Span(start[from], start[to] + width - 1), sum[to + 1] - sum[from], evidence);
  }

  private boolean isChance(long distance, int next, int from, int to) {
    double outside = total() - (sum[to + 1] - sum[from]) - count[next];
    double time = Math.max(width, exposure.length() - (start[to] + width - start[from]));
    double gap = (start[to] + width - start[from]) / (sum[to + 1] - sum[from]);
    return outside / time * distance > 0.05 || distance > 25 * gap + 2 * width;
  }

  /** What is left without a stretch. */
  Rhythm without(Span span) {
    TreeMap<Long, Double> rest = new TreeMap<>();
    for (int i = 0; i < count.length; i++) {
      if (!span.holds(start[i])) {
        rest.put(start[i], count[i]);
      }
    }
    return new Rhythm(rest, width, exposure);
  }

  /** Records within. */
  double within(Span span) {
    double records = 0;
    for (int i = 0; i < count.length; i++) {
      if (start[i] + width > span.from() && start[i] <= span.to()) {
        records += count[i];
      }
    }
    return records;
  }

  /** Starts of the first and past the last bucket; an empty span if there is none. */
  Span all() {
    return count.length == 0
        ? new Span(0, -1)
        : new Span(start[0], start[count.length - 1] + width - 1);
  }
}

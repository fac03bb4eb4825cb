package dev.whyvoy.core.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A value that failures have far more often than the rest of the traffic.
 *
 * @param share of the failures, from 0 to 1
 * @param trafficShare of the healthy records compared with
 * @param evidence that this is no chance, a natural logarithm
 */
record Concentration(
    Place.Kind kind, String value, double share, double trafficShare, double evidence) {
  private static final double TELLING = 7;

  /** The same where five failures or more have all been at one host: mostly one is behind them. */
  private static final double TELLING_HOST = 5;

  private static final double COVERS = 0.75;

  /** How much more often failures must have it. */
  private static final double LIFT = 1.8;

  /** Fewest records to compare with. */
  private static final int FEWEST = 8;

  /** All that are telling, the narrowest kind first. */
  static List<Concentration> of(List<Sighting> failing, List<Sighting> healthy) {
    List<Concentration> found = new ArrayList<>();
    if (failing.size() < 4 || healthy.size() < FEWEST) {
      return found;
    }
    for (Dimension dimension : Dimension.ALL) {
      Map<String, double[]> counts = new HashMap<>();
      count(failing, dimension, counts, 0);
      count(healthy, dimension, counts, 2);
      counts.forEach(
          (value, n) -> {
            if (!value.isEmpty()) {
              test(dimension, value, n, failing, healthy, found);
            }
          });
    }
    return found;
  }

  /** Whether a record has the value. */
  boolean holds(Sighting s) {
    return Dimension.ALL.stream()
        .anyMatch(d -> d.kind() == kind && d.value().apply(s).equals(value));
  }

  /** Adds up records and their weights by value. */
  private static void count(
      List<Sighting> sightings, Dimension dimension, Map<String, double[]> counts, int at) {
    for (Sighting s : sightings) {
      double[] n = counts.computeIfAbsent(dimension.value().apply(s), key -> new double[4]);
      n[at]++;
      n[at + 1] += s.weight();
    }
  }

  private static void test(
      Dimension dimension,
      String value,
      double[] n,
      List<Sighting> failing,
      List<Sighting> healthy,
      List<Concentration> found) {
    double share = n[1] / Sighting.weight(failing);
    double usual = n[3] / Sighting.weight(healthy);
    if (share < COVERS || share < LIFT * usual) {
      return;
    }
    double evidence = Statistics.excess(n[0], failing.size(), n[2], healthy.size());
    boolean apart =
        Statistics.atLeast(n[0], failing.size()) > Statistics.atMost(n[2], healthy.size());
    boolean onlyHost = dimension.kind() == Place.Kind.HOST && share == 1 && n[0] >= 5;
    if (evidence >= (onlyHost ? TELLING_HOST : TELLING) && apart) {
      found.add(new Concentration(dimension.kind(), value, share, usual, evidence));
    }
  }
}

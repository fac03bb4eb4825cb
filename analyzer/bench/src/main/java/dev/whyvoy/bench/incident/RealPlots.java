package dev.whyvoy.bench.incident;

import java.util.Map;

/** What has happened to others. */
final class RealPlots {
  private RealPlots() {}

  static void add(Map<String, Plot> plots) {}
}

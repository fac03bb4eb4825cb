package dev.whyvoy.bench.incident;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A scenario before its log is written.
 *
 * @param setting the mesh it happens in, made of the usual one
 * @param faults what goes wrong, or goes on
 */
record Plot(
    BiFunction<SplittableRandom, Setting, Setting> setting, Function<Stage, List<Fault>> faults) {

  /** In the usual mesh. */
  static Plot of(Function<Stage, List<Fault>> faults) {
    return new Plot((random, usual) -> usual, faults);
  }

  /** All there are, by name. */
  static TreeMap<String, Plot> all() {
    TreeMap<String, Plot> all = new TreeMap<>();
    SinglePlots.add(all);
    CalmPlots.add(all);
    RealPlots.add(all);
    return all;
  }
}

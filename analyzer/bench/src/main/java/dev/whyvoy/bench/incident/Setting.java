package dev.whyvoy.bench.incident;

import java.util.SplittableRandom;

/**
 * How large and how lively a made-up mesh is, and how its log is written.
 *
 * @param services how many
 * @param fewestHosts of a service
 * @param mostHosts of a service
 * @param zones that the hosts are in
 * @param minutes length of the log
 * @param rate requests in a second, about
 * @param noise how much more fails now and then than usual
 * @param uneven whether services differ in how often they fail
 * @param hidden part of the failures of single hosts that a retry hides
 * @param wave by how much traffic rises and falls, from 0 to 1
 * @param format of the lines
 * @param asEnded whether lines stand in the order in which requests ended, not began
 * @param skew how far the clocks of the proxies are off at most, in ms
 */
record Setting(
    int services,
    int fewestHosts,
    int mostHosts,
    int zones,
    int minutes,
    double rate,
    double noise,
    boolean uneven,
    double hidden,
    double wave,
    String format,
    boolean asEnded,
    long skew) {

  static Setting usual(int minutes, double rate, String format) {
    return new Setting(10, 3, 9, 3, minutes, rate, 1, false, 0, 0.25, format, false, 0);
  }

  /** Any that a real mesh may have. */
  static Setting any(SplittableRandom random, String format) {
    int minutes = new int[] {5, 12, 30, 30, 60, 120}[random.nextInt(6)];
    double rate = Math.min(60, 40_000.0 / 60 / minutes) * (0.1 + 0.9 * random.nextDouble());
    int fewest = 1 + random.nextInt(4);
    return new Setting(
        2 + random.nextInt(25),
        fewest,
        fewest + 1 + random.nextInt(10),
        1 + random.nextInt(5),
        minutes,
        rate,
        Math.exp(Math.log(0.3) + random.nextDouble() * Math.log(12)),
        true,
        0.9,
        0.1 + 0.5 * random.nextDouble(),
        random.nextInt(3) == 0 ? "istio-json" : format,
        random.nextBoolean(),
        random.nextInt(3) == 0 ? 3000 : 0);
  }

  Setting lasting(int length, double pace) {
    return new Setting(
        services,
        fewestHosts,
        mostHosts,
        zones,
        length,
        pace,
        noise,
        uneven,
        hidden,
        wave,
        format,
        asEnded,
        skew);
  }

  Setting with(int number, int least, int most, int places) {
    return new Setting(
        number, least, most, places, minutes, rate, noise, uneven, hidden, wave, format, asEnded,
        skew);
  }

  Setting hiding(double part) {
    return new Setting(
        services,
        fewestHosts,
        mostHosts,
        zones,
        minutes,
        rate,
        noise,
        uneven,
        part,
        wave,
        format,
        asEnded,
        skew);
  }

  Setting written(String how, boolean ended, long clocks) {
    return new Setting(
        services,
        fewestHosts,
        mostHosts,
        zones,
        minutes,
        rate,
        noise,
        uneven,
        hidden,
        wave,
        how,
        ended,
        clocks);
  }

  Setting noisy(double factor) {
    return new Setting(
        services,
        fewestHosts,
        mostHosts,
        zones,
        minutes,
        rate,
        factor,
        true,
        hidden,
        wave,
        format,
        asEnded,
        skew);
  }
}

package dev.whyvoy.bench.incident;

import java.util.SplittableRandom;

/**
 * Where and when something goes wrong.
 *
 * @param start of the log in ms since 1970
 * @param end of the log
 * @param onset when it goes wrong
 * @param over when it is over; after {@code end} if it goes on
 */
record Stage(Mesh mesh, SplittableRandom random, long start, long end, long onset, long over) {
  boolean during(long time) {
    return time >= onset && time < over;
  }

  long seconds(long most) {
    return 1000 * (1 + random.nextLong(most));
  }

  static Stage of(Mesh mesh, SplittableRandom random, long start, long end) {
    long length = end - start;
    long onset = start + length / 5 + random.nextLong(length / 3);
    boolean goesOn = random.nextInt(3) == 0;
    long over = goesOn ? end + 1 : onset + length / 10 + random.nextLong(length / 4);
    return new Stage(mesh, random, start, end, onset, over);
  }
}

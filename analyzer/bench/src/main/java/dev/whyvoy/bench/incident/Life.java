package dev.whyvoy.bench.incident;

import dev.whyvoy.bench.incident.Truth.PlaceKind;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Something that goes on in a healthy mesh, at times of its own, and is no incident. */
abstract class Life extends Fault {
  static final Truth NOTHING = new Truth("nothing", PlaceKind.CLUSTER, "", Set.of(), 0, Set.of());

  /** Requests of the usual traffic between two times, at least. */
  private static final double SELDOM = 25;

  final Stage stage;
  final SplittableRandom random;

  /** Average time between two times it comes up, in ms. */
  private final double every;

  private double next;

  Life(Stage stage, double every) {
    this(stage, every, SELDOM);
  }

  /**
   * Something that comes up now and then.
   *
   * @param every average time between two times, in ms
   * @param requests of the usual traffic between two times, at least
   */
  Life(Stage stage, double every, double requests) {
    super(NOTHING);
    this.stage = stage;
    this.random = stage.random().split();
    this.every = Math.max(every, requests * 1000 / stage.mesh().rate());
    this.next = stage.start() + pause();
  }

  private double pause() {
    return -Math.log(1 - random.nextDouble()) * every;
  }

  /** What comes up at a time: requests from then on. */
  abstract void comes(long time, Consumer<Entry> out);

  @Override
  final void more(long time, Consumer<Entry> out) {
    while (next <= time) {
      comes((long) next, out);
      next += pause();
    }
  }

  @Override
  @Nullable Outcome strike(Draw draw, SplittableRandom ofLog) {
    return null;
  }

  /** Two or more, seldom many. */
  final int few(double more) {
    int n = 2;
    while (random.nextDouble() < more && n < 30) {
      n++;
    }
    return n;
  }

  final Draw draw(long time, Service service, Client client) {
    return new Draw(
        time, service, service.hosts().get(random.nextInt(service.hosts().size())), client);
  }

  final Client stranger(String agent) {
    return new Client(
        (80 + random.nextInt(100))
            + "."
            + random.nextInt(250)
            + "."
            + random.nextInt(250)
            + "."
            + (1 + random.nextInt(250)),
        agent);
  }
}

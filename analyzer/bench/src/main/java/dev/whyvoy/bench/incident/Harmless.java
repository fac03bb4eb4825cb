package dev.whyvoy.bench.incident;

import dev.whyvoy.bench.incident.Truth.PlaceKind;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What changes and does no harm. */
final class Harmless {
  private static final Truth NOTHING =
      new Truth("nothing", PlaceKind.CLUSTER, "", Set.of(), 0, Set.of());

  private Harmless() {}

  /** A service has three times the traffic for a while. */
  static Fault spike(Stage stage, Service service) {
    return new Fault(NOTHING) {
      @Override
      double load(Service loaded, long time) {
        return loaded == service && stage.during(time) ? 3 : 1;
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return null;
      }
    };
  }

  /** The hosts of a service are replaced one after another, as it should be. */
  static Fault rollout(Stage stage, Service service) {
    int pods = service.hosts().size();
    return new Fault(NOTHING) {
      private int replaced;

      @Override
      void tick(long time) {
        if (replaced < pods && time >= stage.onset() + replaced * 30_000L) {
          service
              .hosts()
              .set(replaced, stage.mesh().address(replaced % stage.mesh().zones(), service.port()));
          replaced++;
        }
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return null;
      }
    };
  }
}

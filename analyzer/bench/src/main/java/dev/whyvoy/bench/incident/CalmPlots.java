package dev.whyvoy.bench.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Healthy meshes of every size, with what goes on in them. */
final class CalmPlots {
  private static final List<Function<Stage, Fault>> LIVES =
      List.of(
          CalmClients::phones,
          CalmClients::scanner,
          CalmClients::lookups,
          CalmClients::denied,
          CalmClients::logins,
          CalmClients::limited,
          CalmClients::sockets,
          CalmClients::sessions,
          CalmServers::races,
          CalmServers::reports,
          CalmServers::poison,
          CalmServers::calls,
          CalmServers::injection,
          CalmServers::rollout,
          CalmServers::probes,
          CalmServers::cron,
          CalmServers::cut);

  private static final String[] NAMES = {
    "phones",
    "scanner",
    "lookups",
    "denied",
    "logins",
    "limited",
    "sockets",
    "sessions",
    "races",
    "reports",
    "poison",
    "calls",
    "injection",
    "rollout",
    "probes",
    "cron",
    "cut"
  };

  private CalmPlots() {}

  static void add(Map<String, Plot> plots) {
    for (int i = 0; i < NAMES.length; i++) {
      Function<Stage, Fault> life = LIVES.get(i);
      String format = NAMES[i].equals("calls") ? "istio-json" : "";
      plots.put(
          "calm-" + NAMES[i],
          new Plot((random, usual) -> any(random, usual, format), s -> List.of(life.apply(s))));
    }
    plots.put("calm-mix", new Plot((r, usual) -> any(r, usual, "istio-json"), CalmPlots::mix));
    plots.put("calm-plain", new Plot((r, u) -> any(r, u, ""), s -> List.of()));
    plots.put(
        "calm-sparse",
        new Plot((r, u) -> any(r, u, "").lasting(48 * 60, 20 / 3600.0), CalmPlots::some));
    plots.put(
        "calm-short",
        new Plot((r, u) -> any(r, u, "").lasting(1, 1 + r.nextInt(3)), CalmPlots::some));
    plots.put("calm-day", new Plot((r, u) -> any(r, u, "").lasting(24 * 60, 0.5), CalmPlots::mix));
  }

  private static Setting any(SplittableRandom random, Setting usual, String format) {
    Setting any = Setting.any(random, usual.format());
    return format.isEmpty() ? any : any.written(format, any.asEnded(), any.skew());
  }

  /** Much of it at once. */
  private static List<Fault> mix(Stage stage) {
    return chosen(stage, 4 + stage.random().nextInt(5));
  }

  private static List<Fault> some(Stage stage) {
    return chosen(stage, stage.random().nextInt(2));
  }

  private static List<Fault> chosen(Stage stage, int number) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Stage own = Stage.of(stage.mesh(), stage.random(), stage.start(), stage.end());
      faults.add(LIVES.get(stage.random().nextInt(LIVES.size())).apply(own));
    }
    return faults;
  }
}

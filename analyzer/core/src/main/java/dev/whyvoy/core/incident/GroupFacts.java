package dev.whyvoy.core.incident;

import dev.whyvoy.core.fact.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;

/** What a group of failures shows that one record cannot, as facts. */
final class GroupFacts {
  private static final double EVERY = 0.85;
  private static final double NOW_AND_THEN = 0.5;
  private static final double MORE = 1.5;

  private final Scene scene;
  private final LogData log;
  private final Facts.Builder facts = Facts.builder();

  private GroupFacts(Scene scene, LogData log) {
    this.scene = scene;
    this.log = log;
  }

  static Facts of(Scene scene, Place place, Period period, LogData log) {
    return new GroupFacts(scene, log).all(place, period);
  }

  private Facts all(Place place, Period period) {
    hosts();
    facts.set("group_place", place.kind().name().toLowerCase(Locale.ROOT));
    facts.set("group_share", percent(scene.share()));
    facts.set("group_clusters", Math.max(1, scene.clusters().size()));
    facts.set("group_spread", scene.clusters().size() > 1 ? "several" : "one");
    facts.set("group_onset", period.onset().name().toLowerCase(Locale.ROOT));
    facts.set("group_end", period.ongoing() ? "ongoing" : "ended");
    facts.set("group_lasts_s", Math.max(1, Math.round(scene.span().length() / 1000.0)));
    frequency(period);
    rhythm();
    duration();
    load();
    course();
    if (log.complete()) {
      OptionalLong idle = Idle.before(scene.failing(), scene.always());
      if (idle.isPresent()) {
        facts.set("group_idle_ms", idle.getAsLong());
        facts.set("group_idle_s", Math.round(idle.getAsLong() / 1000.0));
        facts.set("after", "idle");
      }
    }
    return facts.build();
  }

  private void hosts() {
    String extent = scene.hosts().extent();
    if (!extent.isEmpty()) {
      facts.set("group_hosts", extent);
      facts.set("group_hosts_affected", scene.hosts().failing().size());
      facts.set("group_hosts_seen", scene.hosts().seen());
    }
    HostsSeen.Change change = scene.hosts().change();
    if (change != HostsSeen.Change.NONE) {
      facts.set("group_hosts_change", change.name().toLowerCase(Locale.ROOT));
      facts.set("after", "deploy");
    }
  }

  /** What was there from the beginning and passed does not fail every time, whatever it did. */
  private void frequency(Period period) {
    if (scene.main().spans().size() > 1) {
      facts.set("frequency", "burst");
    } else if (scene.share() >= EVERY
        && (period.ongoing() || period.onset() != Period.Onset.STEADY)) {
      facts.set("frequency", "every-request");
    } else if (scene.share() < NOW_AND_THEN) {
      facts.set("frequency", "intermittent");
    }
  }

  /** Bursts, and whether they come at equal distances. */
  private void rhythm() {
    List<Span> spans = scene.main().spans();
    if (spans.size() < 2) {
      facts.set("group_rhythm", "even");
      return;
    }
    facts.set("group_rhythm", "bursts");
    facts.set("group_bursts", spans.size());
    if (spans.size() < 4) {
      return;
    }
    double[] distance = new double[spans.size() - 1];
    double mean = 0;
    for (int i = 0; i < distance.length; i++) {
      distance[i] = spans.get(i + 1).from() - spans.get(i).from();
      mean += distance[i] / distance.length;
    }
    double spread = 0;
    for (double d : distance) {
      spread += (d - mean) * (d - mean) / distance.length;
    }
    if (Math.sqrt(spread) < 0.15 * mean) {
      facts.set("group_rhythm", "periodic");
      facts.set("group_period_s", Math.round(mean / 1000));
    }
  }

  private void duration() {
    DurationMode.of(scene.main().sightings())
        .ifPresent(
            mode -> {
              facts.set("group_duration_ms", mode.millis());
              facts.set("group_duration_spread", mode.share() >= 0.8 ? "narrow" : "wide");
            });
  }

  private void load() {
    scene
        .load()
        .ifPresent(
            load -> {
              facts.set("group_load", load >= MORE ? "up" : load <= 1 / MORE ? "down" : "same");
              facts.set("group_load_percent", percent(load));
              if (load >= MORE && !facts.has("after")) {
                facts.set("after", "load");
              }
            });
  }

  /** Whether one kind of failure follows another, and whether retries have a part in it. */
  private void course() {
    Episode first =
        scene.episodes().stream()
            .min(Comparator.comparingLong((Episode e) -> e.span().from()))
            .orElseThrow();
    boolean later =
        scene.episodes().stream()
            .anyMatch(
                e ->
                    e.span().from() > first.span().from() + 5000
                        && !e.atom().diagnosis().code().equals(first.atom().diagnosis().code()));
    if (later) {
      facts.set("group_first", Objects.requireNonNull(first.atom().diagnosis()).code());
    }
    double retried = 0;
    for (Sighting s : scene.failing()) {
      boolean again =
          s.text(dev.whyvoy.core.record.Field.RESPONSE_FLAGS).contains("URX")
              || !List.of("", "1", "0")
                  .contains(s.text(dev.whyvoy.core.record.Field.UPSTREAM_REQUEST_ATTEMPT_COUNT));
      retried += again ? s.weight() : 0;
    }
    double share = retried / Math.max(1e-9, Sighting.weight(scene.failing()));
    facts.set("group_retried", share >= 0.3 ? "yes" : "no");
    facts.set("group_retried_percent", percent(share));
  }

  static long percent(double share) {
    long percent = Math.round(100 * share);
    return percent == 0 && share > 0 ? 1 : percent;
  }
}

package dev.whyvoy.core.incident;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.fact.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what a log shows about an incident beyond the records themselves. */
final class Shows {
  private final List<String> sentences = new ArrayList<>();

  private Shows() {}

  /**
   * @param timers known timers, the shortest first
   */
  static List<String> of(Scene scene, Place place, Period period, Facts group, List<Timer> timers) {
    Shows shows = new Shows();
    shows.place(scene, place, group);
    shows.hosts(scene, place, group);
    shows.extent(scene, place, group);
    shows.time(scene, period, group);
    shows.duration(group, timers);
    return List.copyOf(shows.sentences);
  }

  private void place(Scene scene, Place place, Facts group) {
    for (Concentration one : scene.concentrations()) {
      if (one.kind() == place.kind() && one.value().equals(place.value())) {
        String subject =
            one.kind() == Place.Kind.HOST && group.has("group_hosts_seen")
                ? "1 of " + number(group, "group_hosts_seen") + " hosts"
                : "this " + one.kind().word();
        if (one.kind() == Place.Kind.ADDRESS_BLOCK) {
          subject = "this address block";
        }
        sentences.add(
            subject
                + " has "
                + GroupFacts.percent(one.share())
                + " % of the failures and "
                + GroupFacts.percent(one.trafficShare())
                + " % of what succeeds");
        return;
      }
    }
  }

  private void extent(Scene scene, Place place, Facts group) {
    int clusters = scene.clusters().size();
    boolean narrower =
        switch (place.kind()) {
          case CLUSTER, CLUSTERS, EVERYWHERE -> false;
          default -> true;
        };
    if (narrower) {
      share(scene, group, clusters);
    }
    if (clusters > 1) {
      spread(scene, clusters);
    }
  }

  private void share(Scene scene, Facts group, int clusters) {
    String where = clusters > 1 ? "these clusters" : clusters == 1 ? "this cluster" : "this log";
    long share = number(group, "group_share");
    sentences.add(
        share >= 99
            ? "every request to " + where + " failed in that time"
            : (share <= 1 ? "1 % or less" : share + " %")
                + " of the requests to "
                + where
                + " failed"
                + (scene.main().steady() ? "" : " in that time"));
  }

  private void spread(Scene scene, int clusters) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Episode episode : scene.episodes()) {
      first = Math.min(first, episode.span().from());
      last = Math.max(last, episode.span().from());
    }
    long seconds = Math.max(1, Math.round((last - first) / 1000.0));
    if (seconds <= 30) {
      sentences.add("it began at " + clusters + " clusters within " + seconds + " s");
    }
  }

  private void hosts(Scene scene, Place place, Facts group) {
    if (group.holds("group_hosts", "all")) {
      sentences.add(
          "it is not one host: "
              + number(group, "group_hosts_affected")
              + " of "
              + number(group, "group_hosts_seen")
              + " hosts seen are affected");
    } else if (place.kind() == Place.Kind.HOSTS) {
      sentences.add("the other hosts had traffic in that time and did not fail so");
    }
    if (scene.hosts().change() == HostsSeen.Change.NEW) {
      sentences.add("the failing hosts are new: nothing was sent to them before");
    } else if (scene.hosts().change() == HostsSeen.Change.LEAVING) {
      sentences.add("the failing hosts get nothing any more afterwards, as if they were taken out");
    }
  }

  private void time(Scene scene, Period period, Facts group) {
    if (group.has("group_period_s")) {
      sentences.add(
          "it comes in bursts, one about every " + number(group, "group_period_s") + " s");
    } else if (group.has("group_bursts")) {
      sentences.add("it came in " + number(group, "group_bursts") + " bursts");
    } else if (period.onset() == Period.Onset.RAMP) {
      sentences.add("it grew little by little");
    }
    if (group.has("group_first")) {
      Episode first =
          scene.episodes().stream()
              .min(java.util.Comparator.comparingLong((Episode e) -> e.span().from()))
              .orElseThrow();
      String line = first.atom().finding().line();
      int end = line.indexOf(';');
      sentences.add("it began with this: " + (end < 0 ? line : line.substring(0, end)));
    }
    scene
        .load()
        .filter(load -> load >= 1.5)
        .ifPresent(
            load ->
                sentences.add(
                    String.format(
                        Locale.ROOT, "there was %.1f times the traffic of other times", load)));
    if (group.has("group_idle_s")) {
      sentences.add(
          "nearly all came after "
              + number(group, "group_idle_s")
              + " s or more without a request on that way");
    }
  }

  private void duration(Facts group, List<Timer> timers) {
    if (!group.holds("group_duration_spread", "narrow")) {
      return;
    }
    long ms = number(group, "group_duration_ms");
    if (ms < 100) {
      return;
    }
    String meaning =
        timers.stream()
            .filter(timer -> timer.fits(ms))
            .reduce((a, b) -> b)
            .map(timer -> ": " + timer.meaning())
            .orElse("");
    sentences.add("they took about " + (ms < 1000 ? ms + " ms" : seconds(ms)) + meaning);
  }

  private static String seconds(long ms) {
    long tenths = Math.round(ms / 100.0);
    return tenths % 10 == 0 || tenths > 100
        ? Math.round(ms / 1000.0) + " s"
        : String.format(Locale.ROOT, "%.1f s", tenths / 10.0);
  }

  private static long number(Facts group, String name) {
    return group.number(name).orElse(0);
  }
}

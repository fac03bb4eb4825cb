package dev.whyvoy.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a group of failures shows. */
class GroupFactsTest {
  private static final String[] HOSTS = {
    "10.1.1.1:80", "10.1.2.2:80", "10.2.1.3:80", "10.2.2.4:80"
  };
  private static final String[] CLIENTS = {"10.9.0.1", "10.9.0.2", "10.9.0.3"};
  private final List<Sighting> healthy = new ArrayList<>();
  private final List<Sighting> failing = new ArrayList<>();

  /** Ten minutes of traffic, one request in two seconds, to all hosts in turn. */
  GroupFactsTest() {
    for (int i = 0; i < 300; i++) {
      healthy.add(Made.record(2 * i, HOSTS[i % 4], CLIENTS[i % 3], "duration", "20"));
    }
  }

  private Facts facts(Episode... episodes) {
    LogData log = Made.log(600, healthy);
    List<Episode> all = List.of(episodes);
    Scene scene = Scene.of(all, new Origin(all, all.get(0)), log);
    Period period =
        new Period(
            OptionalLong.of(scene.span().from()),
            OptionalLong.of(scene.span().to()),
            Period.Onset.SUDDEN,
            false);
    return GroupFacts.of(scene, scene.place(), period, log);
  }

  private Episode fail(double from, double to, double step, String... hosts) {
    for (double second = from; second <= to; second += step) {
      int i = (int) Math.round(second / step);
      failing.add(Made.record(second, hosts[i % hosts.length], CLIENTS[i % 3], "duration", "5001"));
    }
    return Made.episode("EV301", failing, Made.span(from, to));
  }

  @Test
  void oneHostOfFour() {
    healthy.removeIf(
        s ->
            s.text(dev.whyvoy.core.record.Field.UPSTREAM_HOST).equals(HOSTS[0])
                && s.time() >= Made.START + 200_000
                && s.time() <= Made.START + 400_000);
    Facts facts = facts(fail(200, 400, 4, HOSTS[0]));

    assertThat(facts.all("group_hosts")).containsExactly("one");
    assertThat(facts.number("group_hosts_affected")).hasValue(1);
    assertThat(facts.number("group_hosts_seen")).hasValue(4);
    assertThat(facts.all("group_place")).containsExactly("host");
    assertThat(facts.all("group_duration_spread")).containsExactly("narrow");
    assertThat(facts.number("group_duration_ms")).hasValue(5001);
    assertThat(facts.all("frequency")).containsExactly("intermittent");
    assertThat(facts.has("group_hosts_change")).isFalse();
  }

  @Test
  void allHostsNowAndThen() {
    Facts facts = facts(fail(200, 400, 3, HOSTS));

    assertThat(facts.all("group_hosts")).containsExactly("all");
    assertThat(facts.all("group_place")).containsExactly("cluster");
    assertThat(facts.all("group_spread")).containsExactly("one");
    assertThat(facts.number("group_clusters")).hasValue(1);
    assertThat(facts.number("group_share").orElse(0)).isBetween(35L, 45L);
    assertThat(facts.all("group_onset")).containsExactly("sudden");
    assertThat(facts.all("group_end")).containsExactly("ended");
    assertThat(facts.all("group_rhythm")).containsExactly("even");
    assertThat(facts.all("group_retried")).containsExactly("no");
  }

  @Test
  void everyRequestFails() {
    healthy.removeIf(s -> s.time() >= Made.START + 300_000);
    Facts facts = facts(fail(300, 600, 2, HOSTS));

    assertThat(facts.all("frequency")).containsExactly("every-request");
    assertThat(facts.number("group_share")).hasValue(100);
    assertThat(facts.all("group_load")).containsExactly("same");
  }

  @Test
  void aBlockOfAddresses() {
    healthy.removeIf(
        s ->
            s.text(dev.whyvoy.core.record.Field.UPSTREAM_HOST).startsWith("10.1.")
                && s.time() >= Made.START + 200_000
                && s.time() <= Made.START + 400_000);
    Facts facts = facts(fail(200, 400, 4, HOSTS[0], HOSTS[1]));

    assertThat(facts.all("group_hosts")).containsExactly("some");
    assertThat(facts.all("group_place")).containsExactly("address_block");
  }

  @Test
  void oneClient() {
    for (double second = 200; second < 400; second += 2) {
      failing.add(Made.record(second, HOSTS[(int) second % 4], CLIENTS[1], "duration", "3002"));
    }
    Facts facts = facts(Made.episode("EV101", failing, Made.span(200, 400)));

    assertThat(facts.all("group_place")).containsExactly("client");
  }

  @Test
  void newHostsAfterARollout() {
    for (int i = 0; i < 60; i++) {
      healthy.add(Made.record(420 + 3 * i, "10.7.7." + (1 + i % 2) + ":80", CLIENTS[i % 3]));
    }
    Facts facts = facts(fail(390, 418, 1, "10.7.7.1:80", "10.7.7.2:80"));

    assertThat(facts.all("group_hosts_change")).containsExactly("new");
    assertThat(facts.all("after")).containsExactly("deploy");
    assertThat(facts.all("group_place")).containsExactly("address_block");
  }

  @Test
  void leavingHosts() {
    healthy.removeIf(
        s ->
            s.text(dev.whyvoy.core.record.Field.UPSTREAM_HOST).startsWith("10.1.")
                && s.time() >= Made.START + 200_000);
    Facts facts = facts(fail(200, 220, 1, HOSTS[0], HOSTS[1]));

    assertThat(facts.all("group_hosts_change")).containsExactly("leaving");
  }

  @Test
  void burstsAtEqualDistances() {
    List<Span> spans = new ArrayList<>();
    for (int k = 0; k < 5; k++) {
      for (int i = 0; i < 10; i++) {
        failing.add(Made.record(60 + 100 * k + i, HOSTS[i % 4], CLIENTS[i % 3], "duration", "2"));
      }
      spans.add(Made.span(60 + 100 * k, 69 + 100 * k));
    }
    Facts facts = facts(Made.episode("EV410", failing, spans.toArray(new Span[0])));

    assertThat(facts.all("group_rhythm")).containsExactly("periodic");
    assertThat(facts.number("group_period_s")).hasValue(100);
    assertThat(facts.number("group_bursts")).hasValue(5);
    assertThat(facts.all("frequency")).containsExactly("burst");
  }

  @Test
  void moreTrafficThanAtOtherTimes() {
    Facts facts = facts(fail(200, 400, 0.5, HOSTS));

    assertThat(facts.all("group_load")).containsExactly("up");
    assertThat(facts.number("group_load_percent").orElse(0)).isBetween(450L, 550L);
    assertThat(facts.all("after")).containsExactly("load");
  }

  @Test
  void oneFailureFollowsAnother() {
    Episode first = fail(200, 215, 1, HOSTS);
    List<Sighting> then = new ArrayList<>();
    for (double second = 220; second < 400; second += 1) {
      then.add(
          Made.record(second, HOSTS[(int) second % 4], CLIENTS[0], "response_flags", "UO,URX"));
    }
    Facts facts = facts(first, Made.episode("EV801", then, Made.span(220, 400)));

    assertThat(facts.all("group_first")).containsExactly("EV301");
    assertThat(facts.all("group_retried")).containsExactly("yes");
    assertThat(facts.number("group_retried_percent").orElse(0)).isBetween(85L, 95L);
  }

  @Test
  void failuresAfterAQuietTime() {
    healthy.clear();
    double time = 0;
    for (int i = 0; i < 40; i++) {
      time += i % 4 == 3 ? 12 : 2;
      (i % 4 == 3 ? failing : healthy)
          .add(Made.record(time, HOSTS[0], CLIENTS[0], "duration", "2"));
    }
    Facts facts = facts(Made.episode("EV410", failing, Made.span(0, 600)));

    assertThat(facts.number("group_idle_ms")).hasValue(12_000);
    assertThat(facts.number("group_idle_s")).hasValue(12);
    assertThat(facts.all("after")).containsExactly("idle");
  }
}

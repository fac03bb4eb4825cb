package dev.whyvoy.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens every day, and more of it than that. */
class EverydayTest {
  private static final double NEEDED = 12;
  private static final double EVIDENCE = 100;
  private final List<Sighting> healthy = new ArrayList<>();
  private final List<Sighting> failing = new ArrayList<>();

  /** Ten minutes of traffic, one request a second, by six clients in turn. */
  @BeforeEach
  void traffic() {
    for (int second = 0; second < 600; second++) {
      healthy.add(Made.record(second, "10.1.1.1:80", "10.9.0." + second % 6));
    }
  }

  private boolean isExceeded(String code, double from, double to) {
    return new Everyday(Made.log(600, healthy))
        .isExceeded(
            Made.atom(code, failing),
            List.of(Made.span(from, to)),
            failing.size(),
            EVIDENCE,
            NEEDED);
  }

  private void fail(int number, double from, double step, String client, int clients) {
    for (int i = 0; i < number; i++) {
      failing.add(Made.record(from + i * step, "10.1.1.1:80", client + i % clients));
    }
  }

  @Test
  void onePhoneThatLosesTheNetworkIsNoIncident() {
    fail(25, 300, 0.05, "80.1.2.", 1);
    assertThat(isExceeded("EV101", 300, 302)).isFalse();
  }

  @Test
  void strangersThatAreNotServedAtOtherTimesAreNone() {
    fail(40, 300, 1, "80.1.2.", 2);
    assertThat(isExceeded("EV501", 300, 340)).isFalse();
  }

  @Test
  void oneClientThatIsServedWellOtherwiseIsOne() {
    fail(60, 300, 1, "10.9.0.", 1);
    assertThat(isExceeded("EV101", 300, 360)).isTrue();
  }

  @Test
  void manyClientsThatAreServedWellOtherwiseAreOne() {
    fail(90, 300, 1, "10.9.0.", 6);
    assertThat(isExceeded("EV741", 300, 390)).isTrue();
  }

  @Test
  void applicationThatDoesNotKnowWhatOneJobAsksForIsNone() {
    fail(60, 300, 1, "10.9.0.", 1);
    assertThat(isExceeded("EV901", 300, 360)).isFalse();
  }

  @Test
  void startingPodsAreProbedInVain() {
    List<Sighting> probes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      probes.add(
          Made.record(
              60 * (i / 3) + i,
              "10.1.1." + i / 3 + ":80",
              "10.9.0.1",
              "user_agent",
              "kube-probe/1.29"));
    }
    Span all = Made.span(0, 600);
    assertThat(Everyday.isStart(Made.atom("EV381", probes), List.of(all))).isTrue();
    probes.add(Made.record(500, "10.1.1.1:80", "10.9.0.1", "user_agent", "kube-probe/1.29"));
    assertThat(Everyday.isStart(Made.atom("EV381", probes), List.of(all)))
        .as("one that never gets ready")
        .isFalse();
  }
}

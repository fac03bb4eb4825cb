package dev.whyvoy.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Few failures of hosts that come or go. */
class TurnoverTest {
  private static final double NEEDED = 8.5;
  private final List<Sighting> healthy = new ArrayList<>();
  private final List<Sighting> failing = new ArrayList<>();

  private void serves(String host, double from, double to) {
    for (double second = from; second <= to; second += 5) {
      healthy.add(Made.record(second, host, "10.9.0.1"));
    }
  }

  private java.util.Optional<Episode> turnover() {
    return Turnover.of(Made.atom("EV301", failing), Made.log(600, healthy), NEEDED);
  }

  @Test
  void hostsThatFailBeforeTheyServe() {
    for (int i = 0; i < 4; i++) {
      String host = "10.7.7." + i + ":80";
      failing.add(Made.record(100 + 50 * i, host, "10.9.0.2"));
      failing.add(Made.record(102 + 50 * i, host, "10.9.0.1"));
      serves(host, 110 + 50 * i, 600);
    }

    Episode found = turnover().orElseThrow();
    assertThat(found.records()).isEqualTo(8);
    assertThat(found.span().from()).isEqualTo(Made.START + 100_000);
    assertThat(found.span().to()).isEqualTo(Made.START + 252_000);
    assertThat(found.evidence()).isGreaterThan(NEEDED);
  }

  @Test
  void hostsThatFailWhenTheyHaveServed() {
    for (int i = 0; i < 4; i++) {
      String host = "10.7.7." + i + ":80";
      serves(host, 0, 100 + 50 * i);
      failing.add(Made.record(103 + 50 * i, host, "10.9.0.2"));
    }

    assertThat(turnover()).isPresent();
  }

  @Test
  void hostsThatServeBeforeAndAfter() {
    for (int i = 0; i < 4; i++) {
      String host = "10.7.7." + i + ":80";
      serves(host, 0, 600);
      failing.add(Made.record(103 + 50 * i, host, "10.9.0.2"));
      failing.add(Made.record(303 + 50 * i, host, "10.9.0.2"));
    }

    assertThat(turnover()).isEmpty();
  }

  @Test
  void oneHostIsNoRollout() {
    serves("10.7.7.1:80", 100, 600);
    for (int i = 0; i < 8; i++) {
      failing.add(Made.record(90 + i, "10.7.7.1:80", "10.9.0.2"));
    }

    assertThat(turnover()).isEmpty();
  }

  @Test
  void hostsThatNeverServeTellNothing() {
    serves("10.7.7.9:80", 0, 600);
    for (int i = 0; i < 8; i++) {
      failing.add(Made.record(90 + i, "10.7.7." + i + ":80", "10.9.0.2"));
    }

    assertThat(turnover()).isEmpty();
  }
}

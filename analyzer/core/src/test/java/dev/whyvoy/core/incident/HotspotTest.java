package dev.whyvoy.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Few failures at one of many hosts. */
class HotspotTest {
  private static List<Sighting> traffic() {
    List<Sighting> healthy = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      healthy.add(Made.record(i, "10.1.1." + i % 50 + ":80", "10.9.0.1"));
    }
    return healthy;
  }

  private static Optional<Episode> hotspot(List<Sighting> failing) {
    return Hotspot.of(Made.atom("EV301", failing), Made.log(600, traffic()), 8.5);
  }

  @Test
  void oneHostOfFiftyHasThemAll() {
    List<Sighting> failing = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      failing.add(Made.record(120 + 40 * i, "10.1.1.7:80", "10.9.0.1"));
    }
    failing.add(Made.record(3, "10.1.1.9:80", "10.9.0.1"));

    Episode found = hotspot(failing).orElseThrow();
    assertThat(found.records()).isEqualTo(8);
    assertThat(found.host()).isEqualTo("10.1.1.7:80");
    assertThat(found.span().from()).isEqualTo(Made.START + 120_000);
  }

  @Test
  void failuresAllOverAreNone() {
    List<Sighting> failing = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      failing.add(Made.record(120 + 40 * i, "10.1.1." + i + ":80", "10.9.0.1"));
    }

    assertThat(hotspot(failing)).isEmpty();
  }

  @Test
  void threeFailuresAreTooFew() {
    List<Sighting> failing = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      failing.add(Made.record(120 + 40 * i, "10.1.1.7:80", "10.9.0.1"));
    }

    assertThat(hotspot(failing)).isEmpty();
  }
}

package dev.whyvoy.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void anExcessNeedsALargerShareAndEnoughRecords() {
    assertThat(Statistics.excess(1, 10, 10, 100)).isZero();
    assertThat(Statistics.excess(3, 10, 10, 100)).isBetween(1.0, 3.0);
    assertThat(Statistics.excess(30, 100, 100, 1000)).isGreaterThan(10);
    assertThat(Statistics.excess(9, 10, 9, 10)).isZero();
  }

  @Test
  void aBurstIsMoreThanItsShareOfTheTime() {
    assertThat(Statistics.burst(10, 100, 0.1)).isZero();
    assertThat(Statistics.burst(12, 100, 0.1)).isLessThan(1);
    assertThat(Statistics.burst(60, 100, 0.1)).isGreaterThan(50);
  }

  @Test
  void wilsonBoundsEncloseTheShare() {
    assertThat(Statistics.atLeast(50, 100)).isCloseTo(0.404, within(0.001));
    assertThat(Statistics.atMost(50, 100)).isCloseTo(0.596, within(0.001));
    assertThat(Statistics.atLeast(0, 10)).isZero();
    assertThat(Statistics.atMost(10, 10)).isEqualTo(1);
  }
}

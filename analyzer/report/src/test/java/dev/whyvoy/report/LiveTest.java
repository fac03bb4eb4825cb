package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A screen that goes on while clocks jump. */
class LiveTest {
  private static final long NOON = 1_772_625_600_000L;
  private static final long HOUR = 3_600_000;

  @Test
  void aClockThatIsSetBackOrAheadChangesNoCount() {
    SummaryView view = Logs.summary(Logs.MIXED);
    LiveText text = new LiveText(new Page(80, false, true));
    Live live = new Live();
    live.update(Logs.summary(), NOON, true);
    for (long now : new long[] {NOON - HOUR, NOON - HOUR + 500, 0, 90_000 * HOUR, NOON}) {
      live.update(view, now, true);
      assertThat(text.lines(live, 24).get(0))
          .contains(view.requests() + " requests", view.accounting().failed() + " failed")
          .contains("now 0.0/s, 0.0/s failing");
    }
  }
}

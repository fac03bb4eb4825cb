package dev.whyvoy.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold of every account of lines. */
final class Totals {
  private Totals() {}

  /** Every line went to one place. */
  static void addUp(Accounting a) {
    assertThat(
            a.healthy()
                + a.failed()
                + a.filtered()
                + a.application()
                + a.blank()
                + a.notUnderstood())
        .isEqualTo(a.lines());
    assertThat(a.healthy() + a.failed() + a.filtered()).isEqualTo(a.records());
  }
}

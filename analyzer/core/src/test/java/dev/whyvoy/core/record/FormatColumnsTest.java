package dev.whyvoy.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FormatColumnsTest {
  @Test
  void oneForEachOperator() {
    assertThat(
            FormatColumns.of("%START_TIME% %RESPONSE_CODE%|%DYNAMIC_METADATA(a:b)% %REQ(:PATH)%"))
        .containsExactly("start_time", "response_code", "%DYNAMIC_METADATA(a:b)%", "path");
    assertThat(FormatColumns.of("{\"why\":\"%RESPONSE_FLAGS%\",\"took\":\"%DURATION%\"}"))
        .containsExactly("response_flags", "duration");
    assertThatThrownBy(() -> FormatColumns.of("%RESPONSE_CDE%"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("column 1");
  }
}

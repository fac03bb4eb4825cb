package dev.whyvoy.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatSurveyTest {
  private final LineReader reader = new LineReader();
  private final FormatSurvey survey = new FormatSurvey();
  private long number;

  @Test
  void stretchesOfDifferentFormats() {
    add(LogLines.ISTIO, LogLines.ISTIO, "", LogLines.ENVOY, LogLines.TCP, LogLines.APPLICATION);
    add("[pod/web/proxy] " + LogLines.ENVOY, "just words");

    assertThat(survey.stretches(10))
        .extracting(
            FormatSurvey.Stretch::first, FormatSurvey.Stretch::last, s -> s.what().split(" ")[0])
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1L, 2L, "istio-text-1.23"),
            org.assertj.core.groups.Tuple.tuple(4L, 5L, "envoy-default"),
            org.assertj.core.groups.Tuple.tuple(6L, 6L, "application"),
            org.assertj.core.groups.Tuple.tuple(7L, 7L, "envoy-default"),
            org.assertj.core.groups.Tuple.tuple(8L, 8L, "text"));
    assertThat(survey.stretches(10).get(3).around()).isEqualTo("kubectl --prefix");
  }

  @Test
  void alternatingLinesAreCountedByFormat() {
    for (int i = 0; i < 2000; i++) {
      add(LogLines.ISTIO, LogLines.APPLICATION);
    }
    assertThat(survey.stretches(12))
        .extracting(FormatSurvey.Stretch::lines)
        .containsExactly(2000L, 2000L);
  }

  @Test
  void jsonIsToldByItsKeys() {
    add("{\"response_code\":503,\"response_flags\":\"UF\",\"duration\":1,\"x\":2}");
    add("{\"log\":\"" + LogLines.JSON.replace("\"", "\\\"") + "\"}");
    add("{\"common_properties\":{\"start_time\":\"2024-05-01T10:00:00Z\"}}");
    add("time=2024-05-01T10:00:00Z method=GET response_code=503 response_flags=UF duration=3");

    List<FormatSurvey.Stretch> all = survey.stretches(10);
    assertThat(all.get(0).what()).isEqualTo("JSON");
    assertThat(all.get(0).why()).contains("response_code, response_flags");
    assertThat(all.get(1).around()).isEqualTo("JSON with the line in a string");
    assertThat(all.get(2).what()).isEqualTo("als-json");
    assertThat(all.get(3).what()).isEqualTo("key-value");
  }

  @Test
  void ambiguityIsCounted() {
    add(LogLines.TCP + LogLines.TCP);
    assertThat(survey.stretches(10).get(0).ambiguous()).isEqualTo(1);
  }

  @Test
  void aStreamThatChangesItsFormatIsReadOn() {
    for (String line : Collections.nCopies(50, LogLines.ISTIO)) {
      add(line);
    }
    add(LogLines.ENVOY, LogLines.JSON, LogLines.ISTIO_1_8);
    assertThat(survey.stretches(10)).hasSize(4).allMatch(stretch -> !stretch.why().isEmpty());
  }

  private void add(String... lines) {
    for (String line : lines) {
      byte[] bytes = Bytes.padded(line);
      survey.add(reader.read(bytes, 0, bytes.length - Bytes.PADDING), reader, ++number);
    }
  }
}

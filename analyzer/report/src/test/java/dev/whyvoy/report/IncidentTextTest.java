package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          kubectl get pods                       ~ kubectl get pods
          kubectl get pods; then look            ~ kubectl get pods
          kubectl describe pod: ready? And when? ~ kubectl describe pod: ready?
          grep -E '"(a; b)" x'; y                ~ grep -E '"(a; b)" x'
          the upstream's log; the pod's events   ~ the upstream's log
          curl localhost:9901/stats. Then        ~ curl localhost:9901/stats
          """)
  void theFirstThingToDo(String check, String first) {
    assertThat(IncidentText.firstOf(check)).isEqualTo(first);
  }
}

package dev.whyvoy.grammar.envoylog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.grammar.Golden;
import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.envoylog.EnvoyLog.Form;
import dev.whyvoy.grammar.envoylog.EnvoyLog.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvoyLogReaderTest {
  @Test
  void goldenTrees() {
    Golden.check("envoylog", EnvoyLogReader::parse);
  }

  @Test
  void defaultPatternWithTheOldIds() {
    EnvoyLog log =
        EnvoyLogReader.parse(
            "[2018-06-07 23:03:37.170][16][warning][upstream] [file.cc:235] [C12][S34] message");
    assertThat(log.form()).isEqualTo(Form.ENVOY);
    assertThat(log.time()).isEqualTo(new Piece(new Span(1, 24), "2018-06-07 23:03:37.170"));
    assertThat(log.thread().text()).isEqualTo("16");
    assertThat(log.level().text()).isEqualTo("warning");
    assertThat(log.logger().text()).isEqualTo("upstream");
    assertThat(log.file().text()).isEqualTo("file.cc");
    assertThat(log.line().text()).isEqualTo("235");
    assertThat(log.connection()).isEqualTo(new Piece(new Span(65, 67), "12"));
    assertThat(log.stream()).isEqualTo(new Piece(new Span(70, 72), "34"));
    assertThat(log.message()).isEqualTo(new Piece(new Span(74, 81), "message"));
  }

  @Test
  void tagsSince127() {
    EnvoyLog log =
        EnvoyLogReader.parse(
            "[2024-01-01 00:00:00.000][12][debug][router] [a.cc:1] [Tags: \"ConnectionId\":\"7\",\"key\":\"a, b]\"] m");
    assertThat(log.tags())
        .extracting(Tag::key)
        .extracting(Piece::text)
        .containsExactly("ConnectionId", "key");
    assertThat(log.tags().get(1).value().text()).isEqualTo("a, b]");
    assertThat(log.connection().text()).isEqualTo("7");
    assertThat(log.stream()).isNull();
    assertThat(log.message().text()).isEqualTo("m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-03-22T23:56:16.247595Z\tdebug\tenvoy connection a.cc:9\t[C3] message\tthread=21",
        "2022-03-22T23:56:16.247595Z debug envoy connection a.cc:9 [C3] message thread=21\n"
      })
  void istioPatternWithTabsOrBlanks(String text) {
    EnvoyLog log = EnvoyLogReader.parse(text);
    assertThat(log.form()).isEqualTo(Form.ISTIO);
    assertThat(log.level().text()).isEqualTo("debug");
    assertThat(log.logger().text()).isEqualTo("connection");
    assertThat(log.file().text()).isEqualTo("a.cc");
    assertThat(log.connection().text()).isEqualTo("3");
    assertThat(log.thread().text()).isEqualTo("21");
    assertThat(log.message().text()).isEqualTo("message");
  }

  @Test
  void headersInsideTheMessageStayThere() {
    EnvoyLog log = EnvoyLogReader.parse("[warning][config] [C1] closed [C2] thread=5 [debug]");
    assertThat(log.connection().text()).isEqualTo("1");
    assertThat(log.thread()).isNull();
    assertThat(log.message().text()).isEqualTo("closed [C2] thread=5 [debug]");
  }

  @Test
  void headersOutOfOrderStartTheMessage() {
    EnvoyLog log = EnvoyLogReader.parse("[debug][router] [info] [C5] x");
    assertThat(log.level().text()).isEqualTo("debug");
    assertThat(log.connection()).isNull();
    assertThat(log.message().text()).isEqualTo("[info] [C5] x");
  }

  @Test
  void messageOfSeveralLines() {
    assertThat(
            EnvoyLogReader.parse("[debug][http] [a.cc:1] request headers:\n':path', '/'")
                .message()
                .text())
        .isEqualTo("request headers:\n':path', '/'");
  }

  @Test
  void linesOfTheAgentAreTold() {
    EnvoyLog log = EnvoyLogReader.parse("2024-01-01T00:00:00.000000Z info ads some text");
    assertThat(log.form()).isEqualTo(Form.AGENT);
    assertThat(log.level().text()).isEqualTo("info");
    assertThat(log.message().text()).isEqualTo("ads some text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2024-05-01T10:00:00.000Z] \"GET / HTTP/1.1\" 200 - 0 0 1 -",
        "[12] hello",
        "[router] hello",
        "upstream reset",
        "",
        "warning"
      })
  void otherTextIsNoLogLine(String text) {
    EnvoyLog log = EnvoyLogReader.parse(text);
    assertThat(log.form()).isEqualTo(Form.NONE);
    assertThat(log.message().text()).isEqualTo(text);
    assertThat(log.time()).isNull();
  }
}

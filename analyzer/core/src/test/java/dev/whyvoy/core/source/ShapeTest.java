package dev.whyvoy.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '~',
      textBlock =
          """
          LINES     ~ [2026-03-04T09:00:00.000Z] "GET
          LINES     ~ [pod/web/proxy] x
          LINES     ~ [0] kube: [1.2, {"log"=>"x"}]
          LINES     ~ {"response_code":200,"list":[1,2]}
          LINES     ~ {"response_code":200,"headers":[{"a":1}]}
          LINES     ~ {"message":"x","values":[{"a":1}]}
          LINES     ~ {}
          LINES     ~ []
          LINES     ~ `{"unfinished`
          LINES     ~ just words
          PIECES    ~ {"log":"x","stream":"stdout"}
          PIECES    ~ 2026-03-04T09:00:00.000000000Z stdout F x
          PIECES    ~ 2026-03-04T09:00:00.000000000+01:00 stderr P x
          LINES     ~ 2026-03-04T09:00:00.000000000Z [2026
          DOCUMENTS ~ [{"textPayload":"x"}]
          DOCUMENTS ~ [ {"textPayload":"x"}]
          DOCUMENTS ~ {"events":[{"message":"x"}]}
          DOCUMENTS ~ {"results":[[{"field":"@message","value":"x"}]]}
          DOCUMENTS ~ {"status":"success","data":{"resultType":"streams","result":[{"stream":{}
          DOCUMENTS ~ {"resourceLogs":[{"resource":{}}]}
          DOCUMENTS ~ {"took":1,"hits":{"total":3,"hits":[{"_id":"a"
          TABLE     ~ method,path,response_code
          """)
  void shapes(Shape shape, String head) {
    byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
    assertThat(Shape.of(bytes, bytes.length)).isEqualTo(shape);
  }

  @Test
  void objectsOverSeveralLines() throws IOException {
    assertThat(lines("{\n  \"a\": 1,\n  \"b\": {\"c\": [1, 2]}\n}\n{\n \"a\": 2\n}\n"))
        .isEqualTo("{\"a\":1,\"b\":{\"c\":[1,2]}}\n{\"a\":2}\n");
  }

  @Test
  void whatFollowsADocumentIsKept() throws IOException {
    assertThat(lines("[\n {\"a\":1},\n {\"a\":2}\n]\nmore\nlines\n"))
        .startsWith("{\"a\":1}\n{\"a\":2}\n")
        .contains("lines\n");
  }

  @Test
  void aDocumentThatBreaksOff() throws IOException {
    assertThat(lines("{\"events\":[{\"message\":\"x\"},{\"mess"))
        .startsWith("{\"message\":\"x\"}\n");
  }

  @Test
  void nestingIsBounded() throws IOException {
    String deep = "[\n{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}]\n";
    assertThat(lines(deep)).isNotNull();
  }

  @Test
  void attributesBecomeKeys() throws IOException {
    String export =
        """
        {"resourceLogs":[{"resource":{"attributes":[{"key":"k8s.pod.name","value":{"stringValue":"w"}}]},
        "scopeLogs":[{"scope":{},"logRecords":[
        {"timeUnixNano":"1","attributes":[{"key":"response_code","value":{"stringValue":"503"}},
        {"key":"duration","value":{"intValue":"12"}}],"body":{"kvlistValue":{"values":[]}}},
        {"timeUnixNano":"2","body":{"stringValue":"x"}}]}]}]}
        """;
    assertThat(lines(export))
        .isEqualTo(
            """
            {"timeUnixNano":"1","response_code":"503","duration":"12","body":{},\
            "resource":{"k8s.pod.name":"w"}}
            {"timeUnixNano":"2","body":"x","resource":{"k8s.pod.name":"w"}}
            """);
  }

  @Test
  void piecesOfOtherStreamsStandInBetween() throws IOException {
    String time = "2026-03-04T09:00:00.000000000Z ";
    assertThat(
            lines(
                time
                    + "stdout P a\n"
                    + time
                    + "stderr P x\n"
                    + time
                    + "stdout P b\n"
                    + time
                    + "stderr F y\n"
                    + time
                    + "stdout F c\n"
                    + time
                    + "stdout F d\n"
                    + time
                    + "stdout P e\n"))
        .isEqualTo(
            time
                + "stderr F xy\n"
                + time
                + "stdout F abc\n"
                + time
                + "stdout F d\n"
                + time
                + "stdout P e\n");
  }

  @Test
  void dockerPiecesThatBelongTogether() throws IOException {
    String piece = "p".repeat(16 * 1024);
    assertThat(lines(docker("a\\n") + docker(piece) + docker(piece) + docker("z\\n")))
        .isEqualTo(docker("a\\n") + docker(piece + piece + "z\\n"));
  }

  @Test
  void linesThatWereStrippedOfTheirNewlineAreNoPieces() throws IOException {
    String log = docker("a") + docker("b") + docker("[2026-03-04T09:00:00.000Z] x\\n");
    assertThat(lines(log)).isEqualTo(log);
  }

  private static String docker(String log) {
    return "{\"log\":\"" + log + "\",\"stream\":\"stdout\",\"time\":\"t\"}\n";
  }

  /** Read one byte at a time as well, which must change nothing. */
  private static String lines(String log) throws IOException {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    byte[] all = Shape.lines(new ByteArrayInputStream(bytes)).readAllBytes();
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] b, int off, int len) {
            return super.read(b, off, Math.min(len, 7));
          }
        };
    assertThat(Shape.lines(slow).readAllBytes()).isEqualTo(all);
    return new String(all, StandardCharsets.UTF_8);
  }
}

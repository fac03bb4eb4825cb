package dev.whyvoy.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableLinesTest {
  @Test
  void rowsBecomeObjects() throws IOException {
    assertThat(lines("method,path,response_code\nGET,/a,200\r\nPOST,\"/b,\"\"c\"\"\",503\n"))
        .isEqualTo(
            """
            {"method":"GET","path":"/a","response_code":"200"}
            {"method":"POST","path":"/b,\\"c\\"","response_code":"503"}
            """);
  }

  @Test
  void quotedCellsMayHoldNewlines() throws IOException {
    assertThat(lines("@timestamp,@message\n1,\"a\nb\"\n2,c"))
        .isEqualTo(
            """
            {"@timestamp":"1","@message":"a\\nb"}
            {"@timestamp":"2","@message":"c"}
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "method,path,response_code\nGET,\"/a,200\nGET,/b,503\nGET,\"/c\",200\nGET,/d,201\n",
        "method,path,response_code\nGET,\"/a,200\nGET,/b,503\nGET,/c,200\nGET,/d,201",
        "method,path,response_code\nGET,\"/a,200\nGET,\"/b\",503\nGET,/c,200\nGET,/d,201\n",
      })
  void aQuoteThatDoesNotEndTakesNoOtherLines(String table) throws IOException {
    TableLines lines = table(table);
    String text = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
    assertThat(lines.openQuotes()).isEqualTo(1);
    assertThat(text)
        .startsWith("{\"method\":\"GET\",\"path\":\"\\\"/a\",\"response_code\":\"200\"}\n")
        .contains("{\"method\":\"GET\",\"path\":\"/b\",\"response_code\":\"503\"}\n")
        .contains("{\"method\":\"GET\",\"path\":\"/c\",\"response_code\":\"200\"}\n")
        .endsWith("{\"method\":\"GET\",\"path\":\"/d\",\"response_code\":\"201\"}\n");
  }

  @Test
  void aQuoteThatDoesNotEndForAMegabyteTakesNoOtherLines() throws IOException {
    StringBuilder table = new StringBuilder("method,path,response_code\nGET,\"/a,200\n");
    for (int i = 0; i < 200_000; i++) {
      table.append("GET,/").append(i).append(",503\n");
    }
    TableLines lines = table(table.toString());
    String text = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
    assertThat(lines.openQuotes()).isEqualTo(1);
    assertThat(text.lines()).hasSize(200_001).endsWith(row(199_999));
  }

  private static String row(int i) {
    return "{\"method\":\"GET\",\"path\":\"/" + i + "\",\"response_code\":\"503\"}";
  }

  @Test
  void ofACellWithoutEndLittleIsKept() throws IOException {
    String rows = "GET," + "x".repeat(5 << 20) + ",1\nGET,\"" + "y".repeat(5 << 20) + "\",2\n";
    String wide = "GET,/" + ",z".repeat(3 << 20) + "\nGET,/,3\n";
    TableLines lines = table("method,path,response_code\n" + rows + wide);
    List<String> read = new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(read).hasSize(4).last().asString().endsWith("\"response_code\":\"3\"}");
    assertThat(read).allSatisfy(line -> assertThat(line.length()).isLessThan(20 << 20));
  }

  @Test
  void rowsMayBeLongerOrShorterThanTheHeader() throws IOException {
    assertThat(lines("method;path;status_code\nGET\n\nGET;/;200;x"))
        .isEqualTo(
            """
            {"method":"GET"}
            {"method":"GET","path":"/","status_code":"200","column_4":"x"}
            """);
  }

  @Test
  void namesOfFieldsMayShareAPrefix() throws IOException {
    assertThat(
            lines(
                "@timestamp,pod.name,envoy.response_code,envoy.response_flags,envoy.duration\n"
                    + "1,a,503,UF,7\n"))
        .isEqualTo(
            "{\"@timestamp\":\"1\",\"pod.name\":\"a\",\"response_code\":\"503\","
                + "\"response_flags\":\"UF\",\"duration\":\"7\"}\n");
    assertThat(
            lines(
                "jsonPayload_response_code,jsonPayload_upstream_host,jsonPayload_path\n503,a,/\n"))
        .isEqualTo("{\"response_code\":\"503\",\"upstream_host\":\"a\",\"path\":\"/\"}\n");
    assertThat(lines("method,path,response_code,kubernetes.host\nGET,/,200,n1\n"))
        .endsWith("\"kubernetes.host\":\"n1\"}\n");
  }

  @Test
  void aWholeNumberWithAFractionIsANumber() throws IOException {
    String rows = lines("method,path,response_code,duration\nGET,/,503.0,7.5\n");
    assertThat(rows)
        .isEqualTo(
            "{\"method\":\"GET\",\"path\":\"/\",\"response_code\":503.0,\"duration\":\"7.5\"}\n");
    assertThat(TableRow.cells(rows.strip())).containsExactly("GET", "/", "503.0", "7.5");
  }

  @Test
  void aByteOrderMarkAndQuotedNames() throws IOException {
    assertThat(lines("\ufeff\"@message\"\n\"x\"\n")).isEqualTo("{\"@message\":\"x\"}\n");
  }

  @Test
  void whatIsBeforeTheHeaderDoesNotCount() throws IOException {
    assertThat(lines("\ufeff\n\r\nmethod,path,response_code\nGET,/,200\n"))
        .isEqualTo("{\"method\":\"GET\",\"path\":\"/\",\"response_code\":\"200\"}\n");
  }

  @Test
  void cellsOfARowComeBackAsTheyWere() throws IOException {
    List<String> cells =
        List.of(
            "\uff10\u4e16\ud83d\ude80",
            "",
            " a ",
            "x\ty",
            "q\"\"\\\"",
            "l1\r\nl2\n",
            "\u001b[1m\u0000");
    String row =
        cells.stream()
            .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(","));
    String lines =
        lines("method,path,response_code,request_id,authority,user_agent,a\n" + row + "\r\n");
    assertThat(lines).hasLineCount(1);
    assertThat(TableRow.cells(lines)).isEqualTo(cells);
    assertThat(TableRow.cells(lines("method,path,response_code\na\rb,c\r\n")))
        .containsExactly("a\rb", "c");
  }

  @Test
  void aRowThatWasCutHasTheCellsBefore() {
    assertThat(TableRow.cells("{\"a\":\"1\",\"b\":\"2 an")).containsExactly("1", "2 an");
    assertThat(TableRow.cells("{\"a\":\"1\",\"b\":\"2\\")).containsExactly("1", "2\\");
    assertThat(TableRow.cells("{\"a\":\"1\",\"b")).containsExactly("1");
    assertThat(TableRow.cells("{\"a\":\"x\\u00")).containsExactly("x\0");
  }

  @Test
  void columnsAreKnown() throws IOException {
    String table = "@timestamp,@message\n1,x\n";
    Input input =
        Input.stream("-", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    try (LineSource source = new LineSource(List.of(input), Limits.USUAL, true)) {
      assertThat(source.columns(0)).isEmpty();
      assertThat(source.next(new Block())).isTrue();
      assertThat(source.columns(0)).containsExactly("@timestamp", "@message");
    }
  }

  @Test
  void tabs() throws IOException {
    assertThat(lines("start_time\tresponse_code\tresponse_flags\n1\t2\t3\n"))
        .isEqualTo("{\"start_time\":\"1\",\"response_code\":\"2\",\"response_flags\":\"3\"}\n");
  }

  @Test
  void aQuoteThatIsNeverClosed() throws IOException {
    assertThat(lines("method,path,status\nGET,\"" + "x".repeat(3_000_000)).length())
        .isBetween(1_000_000, 3_100_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "method,path,response_code",
        "Time,Method,Path,Status Code,Response Flags,Upstream Cluster",
        "@message",
        "_time,_raw",
        "timestamp,textPayload,severity",
        "TimeGenerated\tResponseCode\tResponseFlags\tRequestPath",
        "Date,ts,Line"
      })
  void headers(String line) {
    assertThat(TableLines.isHeader(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "message",
        "GET,/,200",
        "some words, and some more, as people write",
        "time=\"2026-03-04T09:00:00Z\" level=info msg=hello",
        "a,b,c,d",
        "ACCESS [2026-03-04T09:00:00.000Z] \"GET / HTTP/1.1\" 200 - 0 1 2 3"
      })
  void noHeaders(String line) {
    assertThat(TableLines.isHeader(line)).isFalse();
  }

  private static TableLines table(String table) throws IOException {
    return (TableLines)
        Shape.lines(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
  }

  private static String lines(String table) throws IOException {
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
    return new String(
        Shape.lines(new ByteArrayInputStream(bytes)).readAllBytes(), StandardCharsets.UTF_8);
  }
}

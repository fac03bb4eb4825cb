package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A log with marked secrets in every field, through every output: no mark comes out. */
class RedactIT {
  private static final List<String> MARKS =
      List.of(
          "MARKAGENT",
          "MARKQUERY",
          "MARKTOKEN",
          "MARKCOOKIE",
          "markmail",
          "MARKOTHER",
          "198.51.100.",
          "203.0.113.",
          "2001:db8",
          "3f2504e0",
          "4bf92f3577b34da6");

  @TempDir static Path folder;
  private static String log = "";

  @BeforeAll
  static void write() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i < 9; i++) {
      lines.add(
          ("[2026-03-04T09:00:0N.000Z] \"GET /a?MARKQUERY=N HTTP/1.1\" 503 UF"
                  + " upstream_reset_before_response_started{remote_connection_failure,for"
                  + " 203.0.113.N} - \"cannot reach 198.51.100.N:8N as Bearer MARKTOKENN1\" 0 91 7"
                  + " - \"198.51.100.N,2001:db8::N\" \"MARKAGENT/N (x; MARKAGENT)\""
                  + " \"3f2504e0-4f89-11d3-9a0c-0305e82c330N\" \"198.51.100.N\""
                  + " \"203.0.113.N:8080\" outbound|80||b 198.51.100.2:1 [2001:db8::2]:2"
                  + " 198.51.100.4:3 - default")
              .replace("N", String.valueOf(i)));
      lines.add(
          ("{\"start_time\":\"2026-03-04T09:00:0N.318Z\",\"response_code\":503,"
                  + "\"response_flags\":\"UH\",\"user_agent\":\"MARKAGENT \\\"N\\\"\","
                  + "\"path\":\"/b/4711?MARKQUERY\",\"cookie\":\"MARKCOOKIE\","
                  + "\"x-custom\":\"MARKOTHER\",\"trace_id\":\"4bf92f3577b34da6a3ce929d0e0e473N\","
                  + "\"upstream_host\":\"203.0.113.N:80\",\"upstream_cluster\":\"c\","
                  + "\"grpc_message\":\"for markmailN@example.com with token=MARKTOKEN\"}")
              .replace("N", String.valueOf(i)));
    }
    lines.add("nothing known: MARKOTHER from 198.51.100.9 Cookie: MARKCOOKIE");
    lines.add("{\"nothing\":\"MARKOTHER\"}");
    lines.add(
        "[2026-03-04 09:00:00.000][1][warning][config] [source/x.cc:1] gRPC update from"
            + " 198.51.100.9:1 failed: Authorization: Bearer MARKTOKEN");
    Path file = folder.resolve("marked.log");
    Files.write(file, lines);
    log = file.toString();
  }

  @TestFactory
  Stream<DynamicTest> noMarkComesOut() {
    return Stream.of(
            List.of("summary", "--redact"),
            List.of("summary", "--redact", "--all"),
            List.of("summary", "--redact", "--output", "json"),
            List.of("summary", "--redact", "--output", "csv"),
            List.of("summary", "--redact", "--all", "--compare", "LOG"),
            List.of("summary", "--redact", "--output", "json", "--compare", "LOG"),
            List.of("summary", "--redact", "--output", "csv", "--compare", "LOG"),
            List.of("report", "--redact", "-o", "-", "--output", "csv"),
            List.of("report", "--redact", "-o", "-", "--output", "json"),
            List.of("report", "--redact", "-o", "-", "--output", "html"),
            List.of("report", "--redact", "-o", "-", "--output", "md"),
            List.of("annotate", "--redact"),
            List.of("annotate", "--redact", "--output", "ndjson"))
        .map(words -> DynamicTest.dynamicTest(String.join(" ", words), () -> check(words)));
  }

  private static void check(List<String> words) {
    List<String> all = new ArrayList<>(words);
    all.replaceAll(word -> word.equals("LOG") ? log : word);
    all.add(log);
    Packaged.Outcome outcome = Packaged.whyvoy(all.toArray(new String[0])).run();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).hasSizeGreaterThan(100).doesNotContain(MARKS);
    Packaged.Outcome again = Packaged.whyvoy(all.toArray(new String[0])).run();
    assertThat(timeless(again.out())).isEqualTo(timeless(outcome.out()));
  }

  /** Reports tell when they were written. */
  private static String timeless(String text) {
    return text.replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]{5,20}Z?", "TIME");
  }

  @TestFactory
  Stream<DynamicTest> noMarkComesOutOfAPaste() throws IOException {
    String text = Files.readString(Path.of(log));
    return Stream.of("text", "json", "md")
        .map(
            output ->
                DynamicTest.dynamicTest(
                    output,
                    () -> {
                      for (String line : text.split("\n", -1)) {
                        if (!line.contains("nothing")) {
                          Packaged.Outcome outcome =
                              Packaged.whyvoy("explain", "--redact", "--output", output)
                                  .input(line)
                                  .run();
                          assertThat(outcome.out()).doesNotContain(MARKS);
                        }
                      }
                    }));
  }
}

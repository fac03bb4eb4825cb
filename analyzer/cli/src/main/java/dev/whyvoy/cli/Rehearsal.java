package dev.whyvoy.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Runs once, for nothing, what should start quickly: the launcher archives the classes that this
 * loads.
 */
public final class Rehearsal {
  private static final String LOG =
      """
      [2026-03-04T09:04:12.318Z] "GET /a HTTP/1.1" 503 UF upstream_reset_before_response_started{connection_timeout} - "-" 0 91 3 - "-" "x/1" "a" "b" "192.0.2.1:80" outbound|80||b 192.0.2.2:1 192.0.2.3:2 192.0.2.4:3 - default
      {"start_time":"2026-03-04T09:04:12.318Z","response_code":503,"response_flags":"UH","response_code_details":"no_healthy_upstream","duration":1}
      [2026-03-04T09:04:12.318Z] "GET /a HTTP/1.1" 200 - 0 91 3 1 "-" "x/1" "a" "b" "192.0.2.1:80"
      2026-03-04T09:04:12.318111Z\tinfo\txdsproxy\tconnected
      not a line of Envoy
      """;

  private static final String[][] RUNS = {
    {"--help"},
    {"--version"},
    {"explain", "--help"},
    {"explain", "upstream_reset_before_response_started{connection_termination}"},
    {"explain", "upstream_reset_after_response_started{x|half_close_initiated_full_close}"},
    {"explain", "delayed connect error: 111"},
    {"explain", "TLS_error:|268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED"},
    {"explain", "TLS error: Secret is not supplied by SDS"},
    {"explain", LOG},
    {"explain", "--color", "always", "--output", "json", "503 UF,URX"},
    {"explain", "--output", "md", "EV301"},
    {"explain", "--brief"},
    {"catalog", "UF"},
    {"catalog", "EV301"},
    {"formats"},
    {"summary", "FILE"},
    {"summary", "--output", "json", "FILE"},
    {"summary", "--output", "csv", "FILE"},
    {"report", "--output", "html", "-o", "-", "FILE"},
    {"report", "--output", "md", "-o", "-", "FILE"},
    {"explain", "--no-such-option"},
  };

  private Rehearsal() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    Terminal.ofProcess();
    Path log = Files.createTempFile("whyvoy", ".log");
    try {
      Files.writeString(log, LOG + incident());
      for (String[] run : RUNS) {
        String[] words = run.clone();
        if (words[words.length - 1].equals("FILE")) {
          words[words.length - 1] = log.toString();
        }
        Main.run(nowhere(), words);
      }
    } finally {
      Files.delete(log);
    }
  }

  /** Traffic of two minutes to two hosts, of which one refuses connections for a while. */
  private static String incident() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 240; i++) {
      int second = i / 2;
      boolean refused = i % 2 == 0 && second >= 40 && second < 80;
      lines.append(
          String.format(
              Locale.ROOT,
              "[2026-03-04T09:%02d:%02d.%03dZ] \"%s /a/%d HTTP/1.1\" %s %d %d %s \"-\" \"x/%d\""
                  + " \"%08d-a\" \"b\" \"10.0.0.%d:80\" outbound|80||b.shop 10.0.1.1:%d 10.0.2.1:80"
                  + " 10.0.3.%d:5000 - default%n",
              10 + second / 60,
              second % 60,
              i * 37 % 1000,
              i % 3 == 0 ? "POST" : "GET",
              i % 5,
              refused
                  ? "503 UF upstream_reset_before_response_started{remote_connection_failure,"
                      + "delayed_connect_error:_111} - \"delayed_connect_error:_111\" 0"
                  : "200 - via_upstream - \"-\" 0",
              refused ? 95 : 1200,
              20 + i % 40,
              refused ? "-" : "18",
              i % 2,
              i,
              1 + i % 2,
              40_000 + i,
              i % 4));
    }
    return lines.toString();
  }

  private static Terminal nowhere() {
    byte[] input =
        "upstream connect error or disconnect/reset before headers. reset reason: overflow"
            .getBytes(StandardCharsets.UTF_8);
    return new Terminal(
        new ByteArrayInputStream(input),
        OutputStream.nullOutputStream(),
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        false,
        true,
        false,
        100,
        24,
        true,
        Map.of(),
        new Interruption());
  }
}

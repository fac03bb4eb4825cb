package dev.whyvoy.report;

import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.summary.LogScan;
import dev.whyvoy.core.summary.Recorder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Small logs and what is told about them. */
final class Logs {
  static final Knowledge KNOWLEDGE = Knowledge.load();

  /** A healthy request, three failures of two kinds, and a line of something else. */
  static final String[] MIXED = {
    line(1, "200", "-", "via_upstream", "outbound|80||b", "192.0.2.1:80"),
    line(2, "503", "UH", "no_healthy_upstream", "outbound|80||b", "-"),
    line(3, "503", "UH", "no_healthy_upstream", "outbound|80||c", "-"),
    line(9, "504", "UT", "response_timeout", "outbound|80||b", "192.0.2.9:80"),
    "no line of Envoy \u001b[31m",
  };

  private static final String REFUSED =
      "upstream_reset_before_response_started{remote_connection_failure,delayed_connect_error:_111}";

  private Logs() {}

  /** A line of Istio's text format. */
  static String line(
      int second, String code, String flags, String details, String cluster, String host) {
    return line(second, code, flags, details, cluster, host, "/a", "x");
  }

  static String line(
      int second,
      String code,
      String flags,
      String details,
      String cluster,
      String host,
      String path,
      String agent) {
    return String.format(
        "[2026-03-04T09:%02d:%02d.000Z] \"GET %s HTTP/1.1\" %s %s %s - \"-\" 0 91 7 - \"-\" \"%s\""
            + " \"id%d\" \"b\" \"%s\" %s 192.0.2.2:1 192.0.2.3:2 192.0.2.4:3 - default",
        second / 60, second % 60, path, code, flags, details, agent, second, host, cluster);
  }

  /** Half an hour of traffic; one of three hosts refuses connections for a few minutes. */
  static String[] outage() {
    List<String> lines = new ArrayList<>();
    for (int second = 0; second < 1800; second += 2) {
      String host = "192.0.2." + (1 + second / 2 % 3) + ":80";
      boolean down = host.startsWith("192.0.2.3") && second >= 600 && second < 900;
      String path = "/orders/" + second;
      lines.add(
          down
              ? line(second, "503", "UF", REFUSED, "outbound|80||b", host, path, "web/1")
              : second % 97 == 0
                  ? line(second, "504", "UT", "response_timeout", "outbound|80||b", host)
                  : line(second, "200", "-", "via_upstream", "outbound|80||b", host, path, "x"));
    }
    return lines.toArray(new String[0]);
  }

  static SummaryView summary(String... lines) {
    Recorder recorder = new Recorder(LogScan.Options.of(List.of()));
    for (String line : lines) {
      byte[] bytes = Bytes.padded(line);
      recorder.add(bytes, 0, bytes.length - Bytes.PADDING);
    }
    return SummaryView.of(recorder.summary(), KNOWLEDGE, EnvoyVersion.RELEASED, LineReader::new);
  }

  static ReportView report(String... lines) {
    return report(
        new Origin(
            List.of("access.log"),
            1234,
            List.of(),
            List.of(),
            "1.2.3",
            "1.38",
            Instant.parse("2026-03-05T10:00:00Z")),
        lines);
  }

  static ReportView report(Origin origin, String... lines) {
    return ReportView.of(
        summary(lines),
        origin,
        KNOWLEDGE,
        new Explainer(KNOWLEDGE, EnvoyVersion.RELEASED),
        new LineReader());
  }
}

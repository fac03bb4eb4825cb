package dev.whyvoy.core.incident;

import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.summary.LogScan;
import dev.whyvoy.core.summary.Recorder;
import dev.whyvoy.core.summary.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A log in which a gateway and a sidecar logged the same requests. */
final class MadePairs {
  static final String OUTER = "outbound|80||a.b.svc.cluster.local";
  static final String INNER = "inbound|8080||";
  private static final String HOST = "10.1.1.1:8080";

  private final List<String> lines = new ArrayList<>();

  /** What the gateway says: {@code 503 UF details}, and how long it took in ms. */
  MadePairs gateway(int request, String said, int ms) {
    return line(request, 0, said, ms, OUTER, "10.0.0.9:51" + request, "10.9.9.9:443");
  }

  /** What the sidecar says. */
  MadePairs sidecar(int request, String said, int ms) {
    return line(request, 1, said, ms, INNER, "127.0.0.6:4000", HOST);
  }

  MadePairs text(String line) {
    lines.add(line);
    return this;
  }

  static String id(int request) {
    return String.format("%08d-1111-4222-8333-444455556666", request);
  }

  private MadePairs line(
      int request, int later, String said, int ms, String cluster, String local, String at) {
    String[] part = said.split(" ", 3);
    lines.add(
        "["
            + Instant.ofEpochMilli(Made.START + 1000L * request + later)
            + "] \"GET /x HTTP/1.1\" "
            + part[0]
            + ' '
            + part[1]
            + ' '
            + part[2]
            + " - \"-\" 0 0 "
            + ms
            + " - \"-\" \"x\" \""
            + id(request)
            + "\" \"a\" \""
            + HOST
            + "\" "
            + cluster
            + ' '
            + local
            + ' '
            + at
            + " 10.0.0.9:51"
            + request
            + " - default");
    return this;
  }

  Summary summary() {
    Recorder recorder = new Recorder(LogScan.Options.of(List.of()));
    for (String text : lines) {
      byte[] line = Bytes.padded(text);
      recorder.add(line, 0, line.length - Bytes.PADDING);
    }
    return recorder.summary();
  }

  Witnesses witnesses() {
    return Witnesses.of(summary(), new LineReader());
  }

  /** The gateway's records, or the sidecar's, as one episode. */
  Episode episode(String code, String cluster) {
    List<Sighting> records =
        Sighting.read(lines, lines.size(), new LineReader()).stream()
            .filter(s -> s.cluster().equals(cluster))
            .toList();
    return Made.episode(code, cluster, records, Made.span(0, 600));
  }
}

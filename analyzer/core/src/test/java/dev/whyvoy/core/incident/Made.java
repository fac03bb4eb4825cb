package dev.whyvoy.core.incident;

import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.summary.LogScan;
import dev.whyvoy.core.summary.Recorder;
import dev.whyvoy.core.summary.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Records, episodes and logs made for tests. Times are in seconds from the log's beginning. */
final class Made {
  static final long START = Instant.parse("2026-05-01T10:00:00Z").toEpochMilli();
  static final String CLUSTER = "outbound|80||a.b.svc.cluster.local";
  private static final Knowledge KNOWLEDGE = Knowledge.load();

  private Made() {}

  static Sighting record(double second, String host, String client, String... more) {
    Map<Field, String> fields = new LinkedHashMap<>();
    fields.put(Field.UPSTREAM_CLUSTER, CLUSTER);
    fields.put(Field.UPSTREAM_HOST, host);
    fields.put(Field.DOWNSTREAM_REMOTE_ADDRESS, client + ":40000");
    for (int i = 0; i < more.length; i += 2) {
      fields.put(java.util.Objects.requireNonNull(Field.of(more[i])), more[i + 1]);
    }
    return new Sighting("line", START + Math.round(second * 1000), 1, fields);
  }

  static Atom atom(String code, List<Sighting> records) {
    return atom(code, CLUSTER, records);
  }

  static Atom atom(String code, String cluster, List<Sighting> records) {
    TreeMap<Long, Double> counts = new TreeMap<>();
    records.forEach(s -> counts.merge(s.time() / 1000 * 1000, 1.0, Double::sum));
    Diagnosis diagnosis = KNOWLEDGE.diagnosis(code).orElseThrow();
    long first = records.stream().mapToLong(Sighting::time).min().orElseThrow();
    long last = records.stream().mapToLong(Sighting::time).max().orElseThrow();
    @SuppressWarnings("NullAway")
    Diagnosed nobody = null;
    return new Atom(
        diagnosis,
        cluster,
        Set.of(cluster),
        records.get(0).fields().getOrDefault(Field.RESPONSE_CODE, "503"),
        nobody,
        records.size(),
        first,
        last,
        counts,
        1000,
        records);
  }

  static Span span(double from, double to) {
    return new Span(START + Math.round(from * 1000), START + Math.round(to * 1000));
  }

  static Episode episode(String code, List<Sighting> records, Span... spans) {
    return Episode.of(atom(code, records), List.of(spans), records.size(), 100, false);
  }

  static Episode episode(String code, String cluster, List<Sighting> records, Span span) {
    return Episode.of(atom(code, cluster, records), List.of(span), records.size(), 100, false);
  }

  /** What the failures are compared with: a log of this many seconds with these healthy records. */
  static LogData log(int seconds, List<Sighting> healthy) {
    List<Sighting> all = new ArrayList<>(healthy);
    Recorder recorder = new Recorder(LogScan.Options.of(List.of()));
    for (int second = 0; second <= seconds; second++) {
      byte[] line = Bytes.padded(line(second));
      recorder.add(line, 0, line.length - Bytes.PADDING);
    }
    Summary summary = recorder.summary();
    Span span = span(0, seconds);
    return new LogData(
        span,
        new Exposure(summary.traffic(), span),
        Exposure.finest(summary, span),
        all,
        Map.of(CLUSTER, all),
        LogData.byClient(all),
        true,
        Map.of(CLUSTER, (long) all.size()),
        Map.of(),
        all.size());
  }

  private static String line(int second) {
    return "["
        + Instant.ofEpochMilli(START + second * 1000L)
        + "] \"GET / HTTP/1.1\" 200 - 0 5 3 2 \"-\" \"x\" \"id\" \"a\" \"10.0.0.1:80\"";
  }
}

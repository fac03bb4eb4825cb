package dev.whyvoy.core.source;

import static dev.whyvoy.core.source.EnvoyFormat.json;
import static dev.whyvoy.core.source.Wrapper.POD;
import static dev.whyvoy.core.source.Wrapper.TIME;
import static dev.whyvoy.core.source.Wrapper.each;
import static dev.whyvoy.core.source.Wrapper.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/** What collectors and stores of logs put around lines, and what their consoles export. */
final class CollectorWrappers {
  static final List<Wrapper> ALL =
      List.of(
          each(
              "Fluent Bit",
              line ->
                  json(
                      map(
                          "log",
                          line + "\n",
                          "stream",
                          "stdout",
                          "time",
                          TIME,
                          "kubernetes",
                          map(
                              "pod_name",
                              "web-7d9",
                              "container_name",
                              "proxy",
                              "labels",
                              map("app", "x", "path", "no"),
                              "host",
                              "n1"))),
              POD),
          each(
              "Fluent Bit, standard output",
              line ->
                  "[0] kube.var.log.containers.web: [[1772618400.123456789, {}], {\"log\"=>\""
                      + line.replace("\\", "\\\\").replace("\"", "\\\"")
                      + "\", \"stream\"=>\"stdout\"}]"),
          new Wrapper(
              "Loki",
              lines ->
                  json(
                      map(
                          "status",
                          "success",
                          "data",
                          map(
                              "resultType",
                              "streams",
                              "result",
                              List.of(
                                  map(
                                      "stream",
                                      map("pod", "web-7d9", "container", "proxy"),
                                      "values",
                                      lines.stream()
                                          .map(line -> List.of("1772618400123456789", line))
                                          .toList()))))),
              POD),
          each("logcli", line -> "2026-03-04T10:00:00Z {pod=\"web-7d9\", app=\"x\"} " + line),
          each("Grafana, text", line -> "2026-03-04T10:00:00.123Z\t" + line),
          new Wrapper(
              "Grafana, JSON",
              lines ->
                  json(
                      lines.stream()
                          .map(
                              line ->
                                  map(
                                      "line",
                                      line,
                                      "timestamp",
                                      "1772618400123456789",
                                      "date",
                                      "2026-03-04T10:00:00.123Z",
                                      "fields",
                                      map("pod", "web-7d9", "container", "proxy")))
                          .toList()),
              POD),
          csv("Grafana, CSV", List.of("Date", "ts", "Line"), 2),
          new Wrapper(
              "CloudWatch",
              lines ->
                  json(
                      map(
                          "events",
                          lines.stream()
                              .map(
                                  line ->
                                      map(
                                          "logStreamName",
                                          "web/proxy/1",
                                          "timestamp",
                                          1772618400123L,
                                          "message",
                                          line,
                                          "ingestionTime",
                                          1772618401000L,
                                          "eventId",
                                          "38"))
                              .toList(),
                          "searchedLogStreams",
                          List.of())),
              Map.of()),
          each("aws logs tail", line -> "2026-03-04T10:00:00.123000+00:00 web/proxy/1 " + line),
          new Wrapper(
              "CloudWatch Insights",
              lines ->
                  json(
                      map(
                          "results",
                          lines.stream()
                              .map(
                                  line ->
                                      List.of(
                                          map("field", "@timestamp", "value", "2026-03-04 10:00"),
                                          map("field", "@message", "value", line)))
                              .toList(),
                          "status",
                          "Complete")),
              Map.of()),
          csv("CloudWatch Insights, CSV", List.of("@timestamp", "@message", "@logStream"), 1),
          csv("Splunk, CSV", List.of("_time", "_raw", "host", "source"), 1),
          csv("Kibana, CSV", List.of("@timestamp", "message", "kubernetes.pod.name"), 1),
          csv("BigQuery, CSV", List.of("timestamp", "textPayload", "severity"), 1),
          each(
              "GCP",
              line ->
                  json(
                      map(
                          "textPayload",
                          line,
                          "timestamp",
                          TIME,
                          "severity",
                          "INFO",
                          "resource",
                          map(
                              "type",
                              "k8s_container",
                              "labels",
                              map("pod_name", "web-7d9", "container_name", "proxy"))))),
          new Wrapper(
              "GCP, as gcloud prints it",
              lines -> pretty(lines.stream().map(line -> map("textPayload", line)).toList()),
              Map.of()),
          each(
              "Elasticsearch",
              line ->
                  json(
                      map(
                          "_index",
                          "logs",
                          "_id",
                          "a1",
                          "_source",
                          map(
                              "message",
                              line,
                              "kubernetes",
                              map("pod", map("name", "web-7d9"), "container", map("name", "proxy")),
                              "@timestamp",
                              TIME))),
              POD),
          new Wrapper(
              "Elasticsearch, search",
              lines ->
                  json(
                      map(
                          "took",
                          3,
                          "hits",
                          map(
                              "total",
                              map("value", lines.size()),
                              "hits",
                              lines.stream()
                                  .map(line -> map("_id", "a", "_source", map("message", line)))
                                  .toList()))),
              Map.of()),
          each(
              "Datadog",
              line -> json(map("id", "a", "attributes", map("message", line, "status", "info"))),
              Map.of()),
          each(
              "Splunk",
              line -> json(map("time", 1772618400, "event", line, "sourcetype", "envoy"))),
          each(
              "Vector",
              line ->
                  json(
                      map(
                          "message",
                          line,
                          "timestamp",
                          TIME,
                          "kubernetes",
                          map("pod_name", "web-7d9", "container_name", "proxy"),
                          "source_type",
                          "kubernetes_logs")),
              POD),
          new Wrapper(
              "OTLP",
              lines ->
                  json(
                      map(
                          "resourceLogs",
                          List.of(
                              map(
                                  "resource",
                                  map(
                                      "attributes",
                                      List.of(
                                          map(
                                              "key",
                                              "k8s.pod.name",
                                              "value",
                                              map("stringValue", "web-7d9")))),
                                  "scopeLogs",
                                  List.of(
                                      map(
                                          "logRecords",
                                          lines.stream()
                                              .map(
                                                  line ->
                                                      map(
                                                          "timeUnixNano",
                                                          "1772618400123456789",
                                                          "body",
                                                          map("stringValue", line)))
                                              .toList())))))),
              Map.of("pod", "web-7d9")));

  private CollectorWrappers() {}

  private static Wrapper csv(String name, List<String> header, int column) {
    return new Wrapper(
        name,
        lines -> {
          StringBuilder csv = new StringBuilder(String.join(",", header)).append('\n');
          for (String line : lines) {
            List<String> row = new ArrayList<>(header.stream().map(cell -> "x").toList());
            row.set(0, "2026-03-04T10:00:00.123Z");
            row.set(column, line);
            csv.append(CSVFormat.DEFAULT.format(row.toArray())).append('\n');
          }
          return csv.toString();
        },
        Map.of());
  }

  private static String pretty(Object value) {
    try {
      return EnvoyFormat.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

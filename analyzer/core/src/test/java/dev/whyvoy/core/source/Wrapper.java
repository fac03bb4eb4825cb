package dev.whyvoy.core.source;

import static dev.whyvoy.core.source.EnvoyFormat.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/**
 * What stands around the lines of a log when people have it.
 *
 * @param name name for people
 * @param log writes lines as a whole log
 * @param says fields that it adds to each record
 */
record Wrapper(String name, Function<List<String>, String> log, Map<String, String> says) {
  private static final String TIME = "2026-03-04T10:00:00.123456789Z";
  private static final Map<String, String> POD = Map.of("pod", "web-7d9", "container", "proxy");

  static final List<Wrapper> ALL =
      List.of(
          each("none", line -> line),
          each("kubectl --timestamps", line -> TIME + " " + line),
          each("kubectl --prefix", line -> "[pod/web-7d9/proxy] " + line, POD),
          each(
              "kubectl --prefix --timestamps",
              line -> "[pod/web-7d9/proxy] " + TIME + " " + line,
              POD),
          each("stern", line -> "web-7d9 proxy " + line, POD),
          each("stern, coloured", line -> "\u001b[36mweb-7d9\u001b[0m proxy " + line, POD),
          each("stern, all namespaces", line -> "shop web-7d9 proxy " + line, with("shop")),
          each(
              "stern -o json",
              line ->
                  json(
                      map(
                          "message",
                          line,
                          "nodeName",
                          "n1",
                          "namespace",
                          "shop",
                          "podName",
                          "web-7d9",
                          "containerName",
                          "proxy")),
              with("shop")),
          each("docker compose", line -> "envoy-1  | " + line, Map.of("container", "envoy-1")),
          each("docker json-file", line -> docker(line + "\n")),
          new Wrapper(
              "docker json-file, split",
              lines ->
                  lines.stream()
                      .map(line -> docker(head(line)) + "\n" + docker(tail(line) + "\n"))
                      .collect(Collectors.joining("\n")),
              Map.of("stream", "stdout")),
          each("CRI", line -> cri("F", line), Map.of("stream", "stdout")),
          each(
              "CRI, split",
              line -> cri("P", head(line)) + "\n" + cri("F", tail(line)),
              Map.of("stream", "stdout")),
          each(
              "CRI, split, mixed with the other stream",
              line ->
                  cri("P", head(line))
                      + "\n"
                      + cri("F", "").replace("stdout", "stderr")
                      + "[2026-03-04 10:00:00.123][12][info][main] [source/server.cc:1] hello\n"
                      + cri("F", tail(line))),
          each("journald", line -> "Mar 04 10:00:00 node-1 envoy[812]: " + line),
          each(
              "journalctl -o json",
              line ->
                  json(map("MESSAGE", line, "_HOSTNAME", "n1", "__REALTIME_TIMESTAMP", "177261"))),
          each(
              "journalctl -o json, bytes",
              line ->
                  json(
                      map(
                          "_HOSTNAME",
                          "n1",
                          "MESSAGE",
                          line.getBytes(StandardCharsets.UTF_8).length == 0
                              ? List.of()
                              : numbers(line)))),
          each("syslog, RFC 3164", line -> "<134>Mar  4 10:00:00 node-1 envoy[812]: " + line),
          each("syslog, RFC 5424", line -> "<134>1 " + TIME + " node-1 envoy 812 - - " + line),
          each(
              "syslog, RFC 5424, with data",
              line -> "<134>1 " + TIME + " node-1 envoy 812 ID4 [a@1 b=\"c\"] \ufeff" + line),
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
              Map.of("pod", "web-7d9")),
          each("Kuma, TCP", line -> json(map("address", "1.2.3.4:5", "message", line + "\n"))),
          each("Markdown", line -> "> " + line),
          each("CRLF", line -> line + "\r"),
          each(
              "kubectl --prefix of CRI",
              line -> "[pod/web-7d9/proxy] " + cri("F", line),
              Map.of("pod", "web-7d9", "stream", "stdout")),
          each(
              "Fluent Bit of docker",
              line -> json(map("log", docker(line + "\n") + "\n", "stream", "stdout"))),
          each("syslog of docker", line -> "<13>Mar  4 10:00:00 n1 d[1]: " + docker(line + "\n")),
          each("journald of stern", line -> "Mar 04 10:00:00 n1 s[1]: web-7d9 proxy " + line, POD),
          new Wrapper(
              "Loki of CRI",
              lines ->
                  json(
                      map(
                          "data",
                          map(
                              "result",
                              List.of(
                                  map(
                                      "stream",
                                      map("pod", "web-7d9"),
                                      "values",
                                      lines.stream()
                                          .map(line -> List.of("1772618400", cri("F", line)))
                                          .toList()))))),
              Map.of("pod", "web-7d9", "stream", "stdout")));

  private static Wrapper each(String name, Function<String, String> line) {
    return each(name, line, Map.of());
  }

  private static Wrapper each(
      String name, Function<String, String> line, Map<String, String> says) {
    return new Wrapper(
        name, lines -> lines.stream().map(line).collect(Collectors.joining("\n")), says);
  }

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

  private static Map<String, String> with(String namespace) {
    return Map.of("pod", "web-7d9", "container", "proxy", "namespace", namespace);
  }

  private static String docker(String log) {
    return json(map("log", log, "stream", "stdout", "time", TIME));
  }

  private static String cri(String tag, String line) {
    return TIME + " stdout " + tag + " " + line;
  }

  private static String head(String line) {
    return line.substring(0, line.length() / 2);
  }

  private static String tail(String line) {
    return line.substring(line.length() / 2);
  }

  private static List<Integer> numbers(String line) {
    List<Integer> numbers = new ArrayList<>();
    for (byte b : line.getBytes(StandardCharsets.UTF_8)) {
      numbers.add(b & 0xff);
    }
    return numbers;
  }

  private static String pretty(Object value) {
    try {
      return EnvoyFormat.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** An object of JSON, in this order. */
  static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}

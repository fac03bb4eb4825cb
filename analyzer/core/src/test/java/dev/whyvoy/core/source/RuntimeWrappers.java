package dev.whyvoy.core.source;

import static dev.whyvoy.core.source.EnvoyFormat.json;
import static dev.whyvoy.core.source.Wrapper.POD;
import static dev.whyvoy.core.source.Wrapper.TIME;
import static dev.whyvoy.core.source.Wrapper.cri;
import static dev.whyvoy.core.source.Wrapper.docker;
import static dev.whyvoy.core.source.Wrapper.each;
import static dev.whyvoy.core.source.Wrapper.map;
import static dev.whyvoy.core.source.Wrapper.with;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What container runtimes, services of the system and those who show their logs put around lines.
 */
final class RuntimeWrappers {
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
              line -> "<134>1 " + TIME + " node-1 envoy 812 ID4 [a@1 b=\"c\"] \ufeff" + line));

  private RuntimeWrappers() {}

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
}

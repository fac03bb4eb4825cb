package dev.whyvoy.core.source;

import static dev.whyvoy.core.source.EnvoyFormat.json;
import static dev.whyvoy.core.source.Wrapper.POD;
import static dev.whyvoy.core.source.Wrapper.cri;
import static dev.whyvoy.core.source.Wrapper.docker;
import static dev.whyvoy.core.source.Wrapper.each;
import static dev.whyvoy.core.source.Wrapper.map;

import java.util.List;
import java.util.Map;

/** Wrappers inside wrappers, and what happens to lines in editors and chats. */
final class NestedWrappers {
  static final List<Wrapper> ALL =
      List.of(
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

  private NestedWrappers() {}
}

package dev.whyvoy.report;

import java.util.ArrayList;
import java.util.List;

/** Lines whose fields were written by somebody who means harm. */
final class Hostile {
  /** What an attacker may send as a path, a header or a name. */
  static final List<String> VALUES =
      List.of(
          "</script><script>alert(1)</script>",
          "<img/src=x/onerror=alert(2)>",
          "'><svg/onload=alert(3)>",
          "javascript:alert(4)",
          "`;alert(5)//${alert(6)}{{7*7}}",
          "a\u2028b\u2029c",
          "\u202egnp.exe",
          "--><!--<script>",
          "</p></section></main>",
          "]]>&lt;b&gt;&amp;",
          "|x|`y`|\\|z",
          "\u001b[2J\u0007",
          "```\n# not a heading");

  static final String[] LINES = lines();

  private Hostile() {}

  private static String[] lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < VALUES.size(); i++) {
      String value = VALUES.get(i).replace("\n", "");
      String name = value.replace(' ', '_');
      lines.add(Logs.line(i, "503", "UF", "-", name, name, "/" + name, value));
      lines.add(json(i, VALUES.get(i)));
      lines.add(value);
    }
    return lines.toArray(new String[0]);
  }

  private static String json(int second, String value) {
    String text =
        value
            .replace("\\", "\\\\")
            .replace("\n", "\\n")
            .replace("\u001b", "\\u001b")
            .replace("\u0007", "\\u0007");
    return ("{'start_time':'2026-03-04T09:00:%02d.000Z','response_code':503,'duration':1,"
            + "'response_flags':'X','path':'X','upstream_cluster':'X','upstream_host':'X',"
            + "'user_agent':'X','authority':'X','downstream_remote_address':'X'}")
        .formatted(second)
        .replace('\'', '"')
        .replace("\"X\"", "\"" + text + "\"");
  }
}

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
      lines.add(Logs.line(i, "503", name, name, name, "192.0.2.1:80", "/" + name, value));
      lines.add(value);
    }
    return lines.toArray(new String[0]);
  }
}

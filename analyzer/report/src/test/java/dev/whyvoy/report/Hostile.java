package dev.whyvoy.report;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
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
          "```\n# not a heading",
          // Terminals.
          "\u001b]0;title\u0007",
          "\u001b]52;c;aWQ=\u001b\\",
          "\u001b]8;;http://x.example\u001b\\click\u001b]8;;\u001b\\",
          "\u009b31m\u0090q\u009c\u0085",
          "a\u0008\u0008\rwhyvoy\u000b\u007f",
          "\u2066a\u2069\u200b\u200e\ufeff\u00ad\udb40\udc41",
          "\ud800 alone",
          "p\u0430ypal.example",
          "\u043erders.sh\u03bfp",
          // Spreadsheets.
          "=HYPERLINK(\"http://x.example\";\"a\")",
          "+cmd|' /C calc'!A0",
          "-2+3",
          "@SUM(1)",
          "\t=1+1",
          "\r=1+1",
          "\uff1d1+1",
          "\",=1+1,\"",
          // Pages.
          "</style><style>*{display:none}",
          "x;background:url(//x.example)",
          "data:text/html,<script>alert(8)</script>",
          "\" onmouseover=\"alert(9)",
          "<details open ontoggle=alert(10)>",
          "&#60;script&#62;",
          // Markdown.
          "[x](javascript:alert(11))",
          "![x](http://x.example/x.png)",
          "# heading",
          "~~~\nfence",
          "*a* _b_ **c** <b>",
          "| --- |\n| a |",
          "````` `` `",
          // Shells.
          "$(touch /tmp/x)",
          "`id`",
          "'; id #",
          "a\\' && id",
          // What looks like ours.
          "EV301 upstream-connect-refused",
          "\n    42  48.8 %  EV301 upstream-connect-refused",
          "\nwhyvoy: x.log: no such file",
          "\nLikely    99 %  nothing is wrong",
          "{fact} %s %n {0}",
          "a\u0000b");

  static final String[] LINES = lines();

  private Hostile() {}

  private static String[] lines() {
    List<String> lines = new ArrayList<>();
    VALUES.forEach(value -> lines.addAll(lines(value)));
    return lines.toArray(new String[0]);
  }

  /**
   * A text record and a JSON record with {@code value} wherever a client may put it, and itself.
   */
  static List<String> lines(String value) {
    String line = value.replace("\n", "");
    String name = line.replace(' ', '_');
    int second = VALUES.indexOf(value) % 60;
    return List.of(
        Logs.line(second, "503", "UF", "-", name, name, "/" + name, line),
        json(second, value),
        line);
  }

  private static String json(int second, String value) {
    String text = new String(JsonStringEncoder.getInstance().quoteAsString(value));
    return ("{'start_time':'2026-03-04T09:00:%02d.000Z','response_code':503,'duration':1,"
            + "'response_flags':'X','path':'X','upstream_cluster':'X','upstream_host':'X',"
            + "'user_agent':'X','authority':'X','downstream_remote_address':'X'}")
        .formatted(second)
        .replace('\'', '"')
        .replace("\"X\"", "\"" + text + "\"");
  }
}

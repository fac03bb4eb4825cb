package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What every output must be, whatever a log holds: text, and nothing that acts. */
final class Inert {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z!?][^\\s>/]*)([^>]*)>");

  /** Letters beside others that look like them. */
  private static final Pattern MIXED =
      Pattern.compile(
          "[a-zA-Z][\\p{IsCyrillic}\\p{IsGreek}]|[\\p{IsCyrillic}\\p{IsGreek}][a-zA-Z]");

  /** What {@link Visible} writes for what may not be printed. */
  private static final Pattern SPELT_OUT =
      Pattern.compile("\\\\(?:[tnr]|x[0-9a-f]{2}|u[0-9a-f]{4}|u\\{[0-9a-f]{5,6}})");

  private static final Pattern ATTRIBUTE = Pattern.compile("\\s([a-zA-Z:-]+)=\"([^\"]*)\"");
  private static final Set<String> MAY_LINK = Set.of("#", "https://github.com/envoyproxy/");

  private Inert() {}

  /** Nothing moves the cursor, hides or reorders text. */
  static void terminal(String text) {
    visible(text);
    assertThat(text).endsWith("\n").doesNotContain("\n\n\n");
  }

  /** Only line feeds control anything. */
  static void visible(String text) {
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      if (acts(point)) {
        throw new AssertionError(Integer.toHexString(point) + " in " + text);
      }
      at += Character.charCount(point);
    }
    String letters = SPELT_OUT.matcher(text).replaceAll(" ");
    assertThat(MIXED.matcher(letters).find()).as(text).isFalse();
  }

  private static boolean acts(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  /** Every row has its cells, and no cell is a formula. */
  static void csv(String text, int columns) throws IOException {
    try (CSVParser rows = CSVParser.parse(text, CSVFormat.RFC4180)) {
      for (CSVRecord row : rows) {
        assertThat(row.size()).isEqualTo(columns);
        assertThat(row.toList())
            .allMatch(
                cell ->
                    cell.isEmpty()
                        || cell.equals("-")
                        || "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(cell.charAt(0)) < 0);
      }
    }
  }

  /** Each line is an object, also for those who end lines at other signs than a line feed. */
  static void json(String text) throws IOException {
    assertThat(text).endsWith("\n");
    assertThat(text.chars().filter(c -> !Character.isSurrogate((char) c) && acts(c))).isEmpty();
    for (String line : text.split("\n", -1)) {
      assertThat(line.isEmpty() || JSON.readTree(line).isObject()).isTrue();
    }
  }

  /** All markup is ours. */
  static void html(String page) {
    String text =
        page.replaceAll("(?s)<style>.*?</style>", "<style></style>")
            .replaceAll("(?s)<script>.*?</script>", "<script></script>");
    visible(text);
    assertThat(text).containsOnlyOnce("Content-Security-Policy").doesNotContain("<script>alert");
    Matcher tag = TAG.matcher(text);
    int end = 0;
    while (tag.find()) {
      assertThat(text.substring(end, tag.start())).doesNotContain("<");
      end = tag.end();
      String name = tag.group(2).toLowerCase(Locale.ROOT);
      assertThat(name)
          .matches("!doctype|[a-z][a-z0-9]*")
          .isNotIn("img", "iframe", "object", "form");
      Matcher attribute = ATTRIBUTE.matcher(tag.group(3));
      while (attribute.find()) {
        String key = attribute.group(1).toLowerCase(Locale.ROOT);
        assertThat(key).doesNotStartWith("on");
        if (key.equals("href") || key.equals("src")) {
          String to = attribute.group(2);
          assertThat(MAY_LINK).anyMatch(to::startsWith);
        }
      }
    }
    assertThat(text.substring(end)).doesNotContain("<");
  }

  /** What is not ours stands in code, and code ends where it should. */
  static void markdown(String text) {
    visible(text);
    String fence = "";
    for (String line : text.lines().toList()) {
      if (fence.isEmpty() && line.matches("```+[^`]*")) {
        fence = line;
      } else if (!fence.isEmpty()) {
        fence = line.equals(fence) ? "" : fence;
      } else {
        assertThat(outsideCode(line))
            .doesNotContainPattern("(?<!\\\\)<")
            .doesNotContainPattern("(?<!\\\\)\\]\\((?!https://github.com/envoyproxy/|#)")
            .doesNotStartWith("~~~");
      }
    }
    assertThat(fence).isEmpty();
  }

  /** A line without its code spans. */
  private static String outsideCode(String line) {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    while (at < line.length()) {
      int open = unescapedTick(line, at);
      if (open < 0) {
        return rest.append(line.substring(at)).toString();
      }
      int inside = open;
      while (inside < line.length() && line.charAt(inside) == '`') {
        inside++;
      }
      String fence = line.substring(open, inside);
      int close = closing(line, inside, fence.length());
      rest.append(line, at, open);
      at = close < 0 ? inside : close + fence.length();
    }
    return rest.toString();
  }

  /** Where the next backtick without a backslash before it stands; -1 if there is none. */
  private static int unescapedTick(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) != '`') {
      at += line.charAt(at) == '\\' ? 2 : 1;
    }
    return at < line.length() ? at : -1;
  }

  /** Where a run of exactly {@code length} backticks starts; -1 if there is none. */
  private static int closing(String line, int from, int length) {
    int at = from;
    while (at < line.length()) {
      int end = at;
      while (end < line.length() && line.charAt(end) == '`') {
        end++;
      }
      if (end - at == length) {
        return at;
      }
      at = Math.max(end, at + 1);
    }
    return -1;
  }

  /** The rows of tables. */
  static List<String> rows(String text) {
    List<String> rows = new ArrayList<>();
    String fence = "";
    for (String line : text.lines().toList()) {
      if (fence.isEmpty() ? line.matches("```+[^`]*") : line.equals(fence)) {
        fence = fence.isEmpty() ? line : "";
      } else if (fence.isEmpty() && line.startsWith("| ")) {
        rows.add(line);
      }
    }
    return rows;
  }
}

package dev.whyvoy.report;

import java.io.IOException;

/** A page of HTML whose texts do not show what should not be seen. */
final class RedactedHtml {
  private RedactedHtml() {}

  /** {@code html} with its texts, attributes and embedded JSON redacted, and the fact stated. */
  static String of(String html, Redaction redaction) throws IOException {
    StringBuilder all = new StringBuilder(html.length());
    int at = 0;
    while (at < html.length()) {
      int open = html.indexOf('<', at);
      int textEnd = open < 0 ? html.length() : open;
      all.append(text(html.substring(at, textEnd), redaction));
      if (open < 0) {
        break;
      }
      if (html.startsWith("</body>", open)) {
        all.append("<p><small>").append(Redaction.STATEMENT).append("</small></p>");
      }
      int close = tagEnd(html, open);
      String tag = html.substring(open, close);
      all.append(tag(tag, redaction));
      at = close;
      String raw = rawName(tag);
      if (!raw.isEmpty()) {
        int end = html.indexOf("</" + raw, at);
        end = end < 0 ? html.length() : end;
        String content = html.substring(at, end);
        all.append(
            tag.contains("json") ? RedactedJson.of(content, redaction).stripTrailing() : content);
        at = end;
      }
    }
    return all.toString();
  }

  private static int tagEnd(String html, int open) {
    char quote = 0;
    for (int i = open; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return html.length();
  }

  private static String rawName(String tag) {
    return tag.startsWith("<script") ? "script" : tag.startsWith("<style") ? "style" : "";
  }

  private static String tag(String tag, Redaction redaction) {
    if (tag.startsWith("<meta") || tag.startsWith("<script") || tag.startsWith("<style")) {
      return tag;
    }
    StringBuilder all = new StringBuilder();
    int at = 0;
    int open = tag.indexOf('"');
    while (open >= 0) {
      int close = tag.indexOf('"', open + 1);
      if (close < 0) {
        break;
      }
      all.append(tag, at, open + 1).append(text(tag.substring(open + 1, close), redaction));
      at = close;
      open = tag.indexOf('"', close + 1);
    }
    return all.append(tag.substring(at)).toString();
  }

  private static String text(String escaped, Redaction redaction) {
    String plain = unescaped(escaped);
    String safe = redaction.text(plain);
    return safe.equals(plain) ? escaped : escaped(safe);
  }

  private static String unescaped(String text) {
    return text.indexOf('&') < 0
        ? text
        : text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#34;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&#34;")
        .replace("'", "&#39;");
  }
}

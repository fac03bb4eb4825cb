package dev.whyvoy.core.record;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits format strings. */
final class FormatStrings {
  private static final Pattern COMMAND =
      Pattern.compile("%%|%([A-Z0-9_]+)(?:\\((.*?)\\))?(?::\\d+)?%");

  private FormatStrings() {}

  static List<FormatPart> parts(String format) {
    List<FormatPart> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    Matcher matcher = COMMAND.matcher(format);
    int at = 0;
    while (matcher.find()) {
      literal.append(format, at, matcher.start());
      at = matcher.end();
      if (matcher.group(1) == null) {
        literal.append('%');
        continue;
      }
      if (literal.length() > 0) {
        parts.add(new FormatPart.Literal(literal.toString()));
        literal.setLength(0);
      }
      String arguments = matcher.group(2) == null ? "" : matcher.group(2);
      int mark = arguments.indexOf('?');
      parts.add(
          new FormatPart.Command(
              matcher.group(1),
              mark < 0 ? arguments : arguments.substring(0, mark),
              mark < 0 ? "" : arguments.substring(mark + 1),
              matcher.group()));
    }
    literal.append(format.substring(at));
    if (literal.length() > 0) {
      parts.add(new FormatPart.Literal(literal.toString()));
    }
    return parts;
  }
}

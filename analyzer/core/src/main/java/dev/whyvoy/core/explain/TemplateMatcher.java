package dev.whyvoy.core.explain;

import dev.whyvoy.core.knowledge.Dialect;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.core.knowledge.MessageIndex;
import dev.whyvoy.core.knowledge.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays a message's template over a place of a text. Blanks and underscores are the same, upper and
 * lower case, and the four brackets, as people substitute one for another.
 */
final class TemplateMatcher {
  /** Variables of a message are not longer than this. */
  private static final int LONGEST = 4000;

  private static final String OPEN = "{<[(";
  private static final String CLOSE = "}>])";

  private final Message message;
  private final Template template;
  private final int anchor;

  TemplateMatcher(Message message) {
    this.message = message;
    this.template = Template.parse(message.template());
    this.anchor = MessageIndex.anchor(template);
  }

  /** The match whose anchor literal begins at {@code at}, if there is one. */
  @Nullable Match match(Literals places, int at) {
    String text = places.text();
    int from = anchor == 0 ? at : start(places, at);
    if (from < 0 || !startsWord(text, from)) {
      return null;
    }
    List<String> literals = template.literals();
    List<Match.Capture> captures = new ArrayList<>();
    int position = end(literals.get(0), text, from);
    int covered = literals.get(0).length();
    if (position < 0 && anchor == 0 && hasArgument()) {
      return bare(text, from);
    }
    for (int i = 1; position >= 0 && i < literals.size(); i++) {
      String literal = literals.get(i);
      boolean last = i == literals.size() - 1;
      int next =
          last && literal.isEmpty()
              ? unitEnd(places, from, position)
              : find(literal, places, position, last);
      if (next < 0) {
        return cut(places, from, position, captures, covered);
      }
      String variable = template.variables().get(i - 1);
      if (!fits(variable, text, position)) {
        return null;
      }
      captures.add(new Match.Capture(variable, position, next));
      position = last && literal.isEmpty() ? next : end(literal, text, next);
      covered += literal.length();
    }
    if (position <= from || !endsWord(text, position)) {
      return null;
    }
    return new Match(message, List.of(message), from, position, List.copyOf(captures), covered);
  }

  /** Errors of the operating system are told by number in some releases, in words in others. */
  private static boolean fits(String variable, String text, int at) {
    return switch (variable) {
      case "errno" -> isNumber(text, at);
      case "strerror" -> !isNumber(text, at);
      default -> true;
    };
  }

  private static boolean isNumber(String text, int at) {
    int end = at;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end > at && (end == text.length() || !Character.isLetter(text.charAt(end)));
  }

  /** Whether these are response code details with an argument in brackets. */
  private boolean hasArgument() {
    String name = template.literals().get(0);
    return message.dialect() == Dialect.RESPONSE_CODE_DETAILS
        && name.length() > MessageIndex.GRAM
        && OPEN.indexOf(name.charAt(name.length() - 1)) >= 0;
  }

  /** Response code details whose argument was left out, so that all of a kind count as one. */
  private @Nullable Match bare(String text, int from) {
    String name = template.literals().get(0);
    int to = end(name.substring(0, name.length() - 1), text, from);
    boolean whole = to > from && endsWord(text, to) && !opens(text, to);
    return whole
        ? new Match(message, List.of(message), from, to, List.of(), name.length() - 1)
        : null;
  }

  private static boolean opens(String text, int at) {
    return at < text.length() && OPEN.indexOf(text.charAt(at)) >= 0;
  }

  /** Response code details may be cut short after their bracket opened. */
  private @Nullable Match cut(
      Literals places, int from, int position, List<Match.Capture> captures, int covered) {
    return hasArgument()
        ? new Match(
            message,
            List.of(message),
            from,
            unitEnd(places, from, position),
            List.copyOf(captures),
            covered)
        : null;
  }

  /** Where the template begins if its anchor literal, not the first, stands at {@code at}. */
  private int start(Literals places, int at) {
    String text = places.text();
    if (end(template.literals().get(anchor), text, at) < 0) {
      return -1;
    }
    int line = Math.max(places.lineStart(at), at - LONGEST);
    String first = template.literals().get(0);
    if (anchor != 1 || !first.isEmpty()) {
      return first.isEmpty() ? line : indexOf(text, first, line, at);
    }
    int from = Math.max(places.wordStart(at), line);
    return from < at ? from : -1;
  }

  /** The next place of {@code literal} on the line; the last place for what closes a bracket. */
  private static int find(String literal, Literals places, int position, boolean last) {
    String text = places.text();
    boolean closes = last && literal.length() == 1 && CLOSE.indexOf(literal.charAt(0)) >= 0;
    if (closes) {
      return closing(text, position, unitEnd(places, position, position));
    }
    return places.next(literal, position, lineEnd(places, position));
  }

  /** The bracket that closes the one before {@code position}: brackets within are counted. */
  private static int closing(String text, int position, int limit) {
    int depth = 1;
    for (int i = position; i < limit; i++) {
      char c = text.charAt(i);
      if (OPEN.indexOf(c) >= 0) {
        depth++;
      } else if (CLOSE.indexOf(c) >= 0 && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Where {@code literal} ends if it stands at {@code at}; -1 if it does not. */
  static int end(String literal, String text, int at) {
    int i = at;
    for (int j = 0; j < literal.length(); j++) {
      char wanted = literal.charAt(j);
      if (i >= text.length() || !same(wanted, text.charAt(i))) {
        return -1;
      }
      i++;
      while (wanted == ' '
          && i < text.length()
          && Character.isWhitespace(text.charAt(i))
          && !(j + 1 < literal.length() && same(literal.charAt(j + 1), text.charAt(i)))) {
        i++;
      }
    }
    return i;
  }

  private static boolean same(char wanted, char found) {
    if (wanted == found || MessageIndex.fold(wanted) == MessageIndex.fold(found)) {
      return true;
    }
    if (wanted == ' ') {
      return Character.isWhitespace(found);
    }
    int open = OPEN.indexOf(wanted);
    return (open >= 0 && OPEN.indexOf(found) >= 0)
        || (CLOSE.indexOf(wanted) >= 0 && CLOSE.indexOf(found) >= 0);
  }

  /** Where {@code wanted} begins first, from {@code from} on and before {@code to}; or -1. */
  private static int indexOf(String text, String wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.startsWith(wanted, i)) {
        return i;
      }
    }
    return -1;
  }

  /** The end of the line, of the quoted text that began before {@code from}, or of the paste. */
  private static int unitEnd(Literals places, int from, int position) {
    String text = places.text();
    int end = lineEnd(places, position);
    char before = from > 0 ? text.charAt(from - 1) : ' ';
    if ("\"'`".indexOf(before) >= 0) {
      int quote = position;
      while (quote < end && text.charAt(quote) != before) {
        quote++;
      }
      end = quote;
    }
    while (end > position
        && (Character.isWhitespace(text.charAt(end - 1))
            || "\"'`".indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    return end;
  }

  private static int lineEnd(Literals places, int position) {
    return Math.min(places.lineEnd(position), position + LONGEST);
  }

  /** A message does not begin within a word, but may follow a blank that became an underscore. */
  private static boolean startsWord(String text, int from) {
    if (from == 0 || !Character.isLetterOrDigit(text.charAt(from))) {
      return true;
    }
    char before = text.charAt(from - 1);
    if (before == '_') {
      return from < 2 || !Character.isLetterOrDigit(text.charAt(from - 2));
    }
    return !Character.isLetterOrDigit(before);
  }

  private static boolean endsWord(String text, int to) {
    if (to >= text.length() || !Character.isLetterOrDigit(text.charAt(to - 1))) {
      return true;
    }
    char after = text.charAt(to);
    boolean joined =
        after == '_' && to + 1 < text.length() && Character.isLetterOrDigit(text.charAt(to + 1));
    return !Character.isLetterOrDigit(after) && !joined;
  }
}

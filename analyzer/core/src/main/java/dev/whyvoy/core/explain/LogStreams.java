package dev.whyvoy.core.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of Envoy's own log, by the stream they are about ({@code [C12][S345]}). */
final class LogStreams {
  /** Longer texts are not looked through for more than one stream, in UTF-16 units. */
  private static final int LONGEST = 1 << 16;

  private static final Pattern STREAM = Pattern.compile("\\[C(\\d{1,18})](\\[S(\\d{1,20})])?");

  private LogStreams() {}

  /** Whether a text has lines of several streams. */
  static boolean areSeveral(String text) {
    Set<String> streams = new HashSet<>();
    Matcher matcher = STREAM.matcher(text.substring(0, Math.min(LONGEST, text.length())));
    while (matcher.find() && streams.size() < 2) {
      streams.add(matcher.group());
    }
    return streams.size() > 1;
  }

  /** Where each run of lines of one stream ends; lines that name none go with those before. */
  static List<Integer> ends(String text) {
    List<Integer> ends = new ArrayList<>();
    String current = "";
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end + 1;
      Matcher matcher = STREAM.matcher(text).region(from, end);
      String stream = matcher.find() ? matcher.group() : current;
      if (!stream.equals(current) && from > 0) {
        ends.add(from);
      }
      current = stream;
      from = end;
    }
    ends.add(text.length());
    return ends;
  }
}

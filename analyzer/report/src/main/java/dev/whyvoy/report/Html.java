package dev.whyvoy.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Words and numbers as the templates of the HTML report show them; they escape them. */
final class Html {
  private Html() {}

  /** A run of prose, or of code. */
  record Run(String text, boolean code) {}

  /** {@code text} with whatever could hide or reorder it spelt out. */
  static String show(String text) {
    return Visible.line(text, true);
  }

  /** The same for a text of several lines, each kept. */
  static String lines(String text) {
    return Visible.lines(text, true);
  }

  /** No longer than {@code most} UTF-16 units. */
  static String show(String text, int most) {
    if (text.length() <= most) {
      return show(text);
    }
    boolean within = Character.isHighSurrogate(text.charAt(most - 2));
    return show(text.substring(0, most - (within ? 2 : 1))) + "\u2026";
  }

  /** Prose in which pieces between backticks are code. */
  static List<Run> prose(String text) {
    String line = show(text.strip().replaceAll("\\s+", " "));
    List<Run> runs = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      int open = line.indexOf('`', at);
      int close = open < 0 ? -1 : line.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      if (open > at) {
        runs.add(new Run(line.substring(at, open), false));
      }
      if (close > open + 1) {
        runs.add(new Run(line.substring(open + 1, close), true));
      }
      at = close + 1;
    }
    if (at < line.length()) {
      runs.add(new Run(line.substring(at), false));
    }
    return runs;
  }

  /** {@code 12,345}. */
  static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** In at most four characters: {@code 12}, {@code 4.5k}, {@code 3M}. */
  static String brief(long n) {
    if (n < 1000) {
      return String.valueOf(n);
    }
    double size = n;
    int unit = -1;
    while (size >= 1000 && unit < 3) {
      size /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, size < 9.95 ? "%.1f%s" : "%.0f%s", size, "kMGT".charAt(unit));
  }

  /** {@code 12,345 requests}. */
  static String count(long n, String noun) {
    return number(n) + " " + noun + (n == 1 ? "" : "s");
  }

  /** {@code 48.8 %}; what is there is never 0, what is missing never 100. */
  static String share(long part, long all) {
    if (all == 0) {
      return "0 %";
    }
    double percent = 100.0 * part / all;
    if (part > 0 && percent < 0.1) {
      return "<0.1 %";
    }
    if (part < all && percent > 99.9) {
      return ">99.9 %";
    }
    return String.format(
        Locale.ROOT, percent == Math.rint(percent) ? "%.0f %%" : "%.1f %%", percent);
  }

  /** A number for an attribute that a length is taken from: {@code 48.8}. */
  static String length(long part, long all) {
    return String.format(Locale.ROOT, "%.1f", all == 0 ? 0 : 100.0 * part / all);
  }

  static String millis(OptionalLong ms) {
    return ms.isEmpty() ? "" : Words.millis(ms.getAsLong());
  }

  /** For sorting; what is absent comes first. */
  static String sortable(OptionalLong value) {
    return value.isEmpty() ? "-1" : String.valueOf(value.getAsLong());
  }

  /** {@code 12.3 MB}. */
  static String bytes(long n) {
    if (n < 1000) {
      return count(n, "byte");
    }
    double size = n;
    int unit = -1;
    while (size >= 1000 && unit < 3) {
      size /= 1000;
      unit++;
    }
    return String.format(
        Locale.ROOT, size < 100 ? "%.1f %s" : "%.0f %s", size, "kMGT".charAt(unit) + "B");
  }

  static String join(long[] numbers) {
    StringBuilder text = new StringBuilder(2 * numbers.length);
    for (long n : numbers) {
      text.append(text.length() == 0 ? "" : " ").append(n);
    }
    return text.toString();
  }
}

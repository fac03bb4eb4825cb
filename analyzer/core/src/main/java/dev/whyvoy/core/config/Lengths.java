package dev.whyvoy.core.config;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as configurations write them. */
final class Lengths {
  private static final Pattern PART =
      Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?)(ms|us|ns|h|m|s)");

  private Lengths() {}

  /** {@code 0.250s}, {@code 1m30s}, {@code 250ms} in ms; empty for anything else. */
  static OptionalLong millis(String text) {
    Matcher part = PART.matcher(text);
    double sum = 0;
    int at = 0;
    while (part.find() && part.start() == at) {
      double n = Double.parseDouble(part.group(1));
      sum +=
          switch (part.group(2)) {
            case "h" -> n * 3_600_000;
            case "m" -> n * 60_000;
            case "s" -> n * 1000;
            case "ms" -> n;
            case "us" -> n / 1000;
            default -> n / 1_000_000;
          };
      at = part.end();
    }
    return at > 0 && at == text.length() ? OptionalLong.of(Math.round(sum)) : OptionalLong.empty();
  }
}

package dev.whyvoy.core.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and names that others write differently from Envoy. */
final class Units {
  private static final Pattern TIME =
      Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,12})?)(ns|us|\u00b5s|ms|s|m|h)");
  private static final Pattern GROUPED =
      Pattern.compile("[0-9]{1,3}(,[0-9]{3}){1,4}(\\.[0-9]{1,9})?");
  private static final Pattern DECIMAL = Pattern.compile("([0-9]{1,15})\\.[0-9]+");

  private Units() {}

  /** Time with a unit as whole milliseconds; other numbers without fraction; else as it is. */
  static String integer(String value) {
    Matcher time = TIME.matcher(value);
    if (time.matches()) {
      BigDecimal factor =
          switch (time.group(2)) {
            case "ns" -> new BigDecimal("0.000001");
            case "ms" -> BigDecimal.ONE;
            case "s" -> BigDecimal.valueOf(1000);
            case "m" -> BigDecimal.valueOf(60_000);
            case "h" -> BigDecimal.valueOf(3_600_000);
            default -> new BigDecimal("0.001");
          };
      return new BigDecimal(time.group(1))
          .multiply(factor)
          .setScale(0, RoundingMode.DOWN)
          .toPlainString();
    }
    if (GROUPED.matcher(value).matches()) {
      return integer(value.replace(",", ""));
    }
    Matcher decimal = DECIMAL.matcher(value);
    return decimal.matches() ? decimal.group(1) : value;
  }

  /** {@code HTTP11} as {@code HTTP/1.1}. */
  static String protocol(String value) {
    return switch (value) {
      case "HTTP10", "HTTP_10" -> "HTTP/1.0";
      case "HTTP11", "HTTP_11" -> "HTTP/1.1";
      case "HTTP2", "HTTP_2" -> "HTTP/2";
      case "HTTP3", "HTTP_3" -> "HTTP/3";
      case "PROTOCOL_UNSPECIFIED" -> "-";
      default -> value.matches("[0-9](\\.[0-9])?") ? "HTTP/" + value : value;
    };
  }
}

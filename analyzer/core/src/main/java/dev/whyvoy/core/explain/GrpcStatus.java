package dev.whyvoy.core.explain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Codes of gRPC statuses by the names that libraries and Envoy print. */
final class GrpcStatus {
  private static final List<String> NAMES =
      List.of(
          "OK",
          "CANCELLED",
          "UNKNOWN",
          "INVALID_ARGUMENT",
          "DEADLINE_EXCEEDED",
          "NOT_FOUND",
          "ALREADY_EXISTS",
          "PERMISSION_DENIED",
          "RESOURCE_EXHAUSTED",
          "FAILED_PRECONDITION",
          "ABORTED",
          "OUT_OF_RANGE",
          "UNIMPLEMENTED",
          "INTERNAL",
          "UNAVAILABLE",
          "DATA_LOSS",
          "UNAUTHENTICATED");

  /** Statuses of HTTP that a local reply to a gRPC request turns into a code; else it is 2. */
  private static final Map<Integer, String> FROM_HTTP =
      Map.of(
          7, "403",
          12, "404",
          13, "400",
          14, "429, 502, 503 or 504",
          16, "401");

  private GrpcStatus() {}

  /** The status with its number and name, such as {@code gRPC status 14, UNAVAILABLE}. */
  static String words(String text) {
    OptionalInt code = code(text);
    return code.isPresent() && code.getAsInt() < NAMES.size()
        ? "gRPC status " + code.getAsInt() + ", " + NAMES.get(code.getAsInt())
        : "gRPC status";
  }

  /** The status in words, and which HTTP status it stands for if Envoy itself answered. */
  static String wordsOfReply(String text) {
    OptionalInt code = code(text);
    String from = code.isPresent() ? FROM_HTTP.getOrDefault(code.getAsInt(), "") : "";
    return words(text) + (from.isEmpty() ? "" : "; if Envoy itself answered, for " + from);
  }

  /**
   * The code of {@code Unavailable}, {@code UNAVAILABLE}, {@code DEADLINE_EXCEEDED} or {@code 14}.
   */
  static OptionalInt code(String text) {
    String name = plain(text);
    for (int code = 0; code < NAMES.size(); code++) {
      if (plain(NAMES.get(code)).equals(name)) {
        return OptionalInt.of(code);
      }
    }
    boolean number = name.matches("[0-9]{1,2}");
    return number ? OptionalInt.of(Integer.parseInt(name)) : OptionalInt.empty();
  }

  /** In lower case, without blanks; {@code CANCELLED} and {@code Canceled} are the same. */
  private static String plain(String text) {
    return text.strip()
        .replace("_", "")
        .replace(" ", "")
        .toLowerCase(Locale.ROOT)
        .replace("cancelled", "canceled");
  }
}

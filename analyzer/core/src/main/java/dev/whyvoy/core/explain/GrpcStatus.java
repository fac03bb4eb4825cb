package dev.whyvoy.core.explain;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Codes of gRPC statuses by the names that libraries and Envoy print. */
final class GrpcStatus {
  private static final List<String> NAMES =
      List.of(
          "ok",
          "canceled",
          "unknown",
          "invalidargument",
          "deadlineexceeded",
          "notfound",
          "alreadyexists",
          "permissiondenied",
          "resourceexhausted",
          "failedprecondition",
          "aborted",
          "outofrange",
          "unimplemented",
          "internal",
          "unavailable",
          "dataloss",
          "unauthenticated");

  private GrpcStatus() {}

  /**
   * The code of {@code Unavailable}, {@code UNAVAILABLE}, {@code DEADLINE_EXCEEDED} or {@code 14}.
   */
  static OptionalInt code(String text) {
    String name = text.strip().replace("_", "").replace(" ", "").toLowerCase(Locale.ROOT);
    int code = NAMES.indexOf(name.equals("cancelled") ? "canceled" : name);
    if (code >= 0) {
      return OptionalInt.of(code);
    }
    boolean number = name.matches("[0-9]{1,2}");
    return number ? OptionalInt.of(Integer.parseInt(name)) : OptionalInt.empty();
  }
}

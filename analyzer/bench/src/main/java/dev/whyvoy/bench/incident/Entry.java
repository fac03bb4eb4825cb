package dev.whyvoy.bench.incident;

import dev.whyvoy.bench.Request;

/**
 * A record to be logged.
 *
 * @param time when the request began, in ms since 1970
 * @param grpcStatus empty if it was no call
 */
record Entry(long time, Request request, String grpcStatus) {
  Entry(long time, Request request) {
    this(time, request, "");
  }

  /** When Envoy writes it: at the request's end. */
  long end() {
    return time + request.duration();
  }
}

package dev.whyvoy.core.config;

import java.util.OptionalLong;

/**
 * A route to a cluster.
 *
 * @param name may be empty
 * @param cluster may be empty, when it is chosen by weight or header
 * @param timeoutMs of the whole request; 0 for none; empty for Envoy's default
 */
record RouteConfig(
    String name,
    String cluster,
    OptionalLong timeoutMs,
    OptionalLong retries,
    OptionalLong perTryTimeoutMs) {
  /** Envoy's own default. */
  static final long TIMEOUT = 15_000;
}

package dev.whyvoy.bench.incident;

import java.util.List;

/**
 * A service of the made-up mesh.
 *
 * @param authority host name of the service
 * @param hosts addresses with port, spread over the zones; may grow and shrink
 * @param weight share of the traffic, in any unit
 * @param latency typical duration in ms
 */
record Service(
    String authority, int port, List<String> hosts, double weight, int latency, String path) {
  String cluster() {
    return "outbound|" + port + "||" + authority;
  }
}

package dev.whyvoy.core.incident;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What Envoy's own log says of the failures of an incident. */
final class OwnLog {
  private OwnLog() {}

  /** The sentence that says it; empty if it says nothing. */
  static Optional<String> words(Scene scene, Witnesses witnesses) {
    if (!witnesses.hasLines()) {
      return Optional.empty();
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Sighting s : scene.main().sightings()) {
      witnesses
          .told(s)
          .ifPresent(
              told -> {
                String said = told.line().said();
                counts.merge(said, 1, Integer::sum);
              });
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(
            most ->
                "Envoy's own log says of them: "
                    + most.getKey()
                    + " ("
                    + (most.getValue() == 1 ? "1 request" : most.getValue() + " requests")
                    + ")");
  }
}

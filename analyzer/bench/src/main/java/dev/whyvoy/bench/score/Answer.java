package dev.whyvoy.bench.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What whyvoy said about one incident.
 *
 * @param codes diagnosis codes in the order given
 * @param causes cause ids of all findings, most likely first, each once
 * @param likelihood of the first cause, from 0 to 1; 0 if none is named
 */
record Answer(List<String> codes, List<String> causes, double likelihood) {

  /** Whether some message was recognised. */
  boolean understood() {
    return !codes.isEmpty();
  }

  /** Reads one object of {@code explain --output json}: the main finding's causes lead. */
  static Answer of(JsonNode explanation) {
    List<String> codes = new ArrayList<>();
    List<String> causes = new ArrayList<>();
    for (JsonNode finding : explanation.path("findings")) {
      JsonNode code = finding.path("diagnosis").path("code");
      if (code.isTextual() && !finding.path("kind").asText().equals("unknown")) {
        codes.add(code.asText());
      }
      for (JsonNode cause : finding.path("causes")) {
        if (!causes.contains(cause.path("id").asText())) {
          causes.add(cause.path("id").asText());
        }
      }
    }
    double likelihood =
        explanation.path("findings").path(0).path("causes").path(0).path("likelihood").asDouble();
    return new Answer(codes, causes, likelihood);
  }
}

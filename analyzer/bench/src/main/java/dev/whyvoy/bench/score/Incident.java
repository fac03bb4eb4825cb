package dev.whyvoy.bench.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One incident with its true cause, a line of the case file.
 *
 * @param id stable name of the case
 * @param kind what was pasted (body, details, flags, ...)
 * @param input the pasted text
 * @param cause id of the true cause
 * @param evidence how well the true cause is known: confirmed, likely or unresolved
 * @param verbatim whether the input is the original text and not rebuilt from a description
 */
record Incident(
    String id, String kind, String input, String cause, String evidence, boolean verbatim) {

  /** Whether the true cause is known well enough to score a ranking against it. */
  boolean scored() {
    return !evidence.equals("unresolved") && !cause.contains("unspecified");
  }

  /** Reads a file of one JSON object a line. */
  static List<Incident> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Incident> incidents = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          incidents.add(of(json.readTree(line)));
        }
      }
    }
    return incidents;
  }

  private static Incident of(JsonNode node) {
    return new Incident(
        node.path("id").asText(),
        node.path("kind").asText(),
        node.path("input").asText(),
        node.path("cause_tag").asText(),
        node.path("evidence").asText(),
        node.path("input_verbatim").asBoolean());
  }
}

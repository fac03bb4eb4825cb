package dev.whyvoy.report;

import java.time.Instant;
import java.util.List;

/**
 * Where a report comes from: what the summary itself does not know.
 *
 * @param inputs names of what was read
 * @param bytes read, before decompression
 * @param problems inputs that could not be read to their end, in words
 * @param filters options that left records out, as given
 * @param program version of whyvoy
 * @param envoy release of Envoy that the code paths are for
 * @param written when the report was made
 */
public record Origin(
    List<String> inputs,
    long bytes,
    List<String> problems,
    List<String> filters,
    String program,
    String envoy,
    Instant written) {
  public Origin {
    inputs = List.copyOf(inputs);
    problems = List.copyOf(problems);
    filters = List.copyOf(filters);
  }

  /** What was read, in short. */
  String read() {
    String first = inputs.get(0).equals("-") ? "standard input" : inputs.get(0);
    return first
        + (inputs.size() > 1 ? " and " + (inputs.size() - 1) + " more" : "")
        + " ("
        + Html.bytes(bytes)
        + ")";
  }
}

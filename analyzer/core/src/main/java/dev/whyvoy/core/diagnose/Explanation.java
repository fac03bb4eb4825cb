package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.knowledge.EnvoyVersion;
import java.util.List;
import java.util.OptionalInt;

/**
 * Everything found in one pasted text.
 *
 * @param input the text as given
 * @param findings the main one first; never empty
 * @param unreadFrom where reading ended, in UTF-16 units, because the text is very long; empty if
 *     all of it was read
 * @param together which lines of the text are known to be of one request, and what they tell
 *     together, a sentence each
 */
public record Explanation(
    String input,
    EnvoyVersion envoyVersion,
    List<Finding> findings,
    OptionalInt unreadFrom,
    List<String> together) {
  public Explanation {
    findings = List.copyOf(findings);
    together = List.copyOf(together);
  }

  /** An explanation of all of a text. */
  public Explanation(String input, EnvoyVersion envoyVersion, List<Finding> findings) {
    this(input, envoyVersion, findings, OptionalInt.empty(), List.of());
  }

  /** The finding nearest to the reader's question. */
  public Finding main() {
    return findings.get(0);
  }
}

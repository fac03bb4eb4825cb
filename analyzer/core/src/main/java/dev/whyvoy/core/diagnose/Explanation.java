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
 */
public record Explanation(
    String input, EnvoyVersion envoyVersion, List<Finding> findings, OptionalInt unreadFrom) {
  /** An explanation of all of a text. */
  public Explanation(String input, EnvoyVersion envoyVersion, List<Finding> findings) {
    this(input, envoyVersion, findings, OptionalInt.empty());
  }

  /** The finding nearest to the reader's question. */
  public Finding main() {
    return findings.get(0);
  }
}

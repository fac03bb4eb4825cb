package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.knowledge.EnvoyVersion;
import java.util.List;

/**
 * Everything found in one pasted text.
 *
 * @param input the text as given
 * @param findings the main one first; never empty
 */
public record Explanation(String input, EnvoyVersion envoyVersion, List<Finding> findings) {
  /** The finding nearest to the reader's question. */
  public Finding main() {
    return findings.get(0);
  }
}

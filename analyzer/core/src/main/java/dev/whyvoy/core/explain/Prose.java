package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.DESCRIBED;
import static dev.whyvoy.core.fact.FactNames.DESCRIBED_WELL;

import dev.whyvoy.core.diagnose.Label;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Knowledge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the sentences of a paste tell, apart from what was recognised in them. */
final class Prose {
  /** Likeness from which a cause counts as described, and as described well. */
  private static final double LIKE = 0.15;

  private static final double VERY_LIKE = 0.25;

  private final Knowledge knowledge;
  private volatile @Nullable Likeness likeness;

  Prose(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Facts that hold for the whole paste.
   *
   * @param events what was recognised in {@code text}: its words describe no cause
   */
  Facts of(String text, List<Reading> events) {
    List<String> sentences = Sentences.of(text);
    if (sentences.isEmpty()) {
      return Facts.NONE;
    }
    Facts.Builder told = Told.of(sentences).toBuilder();
    List<String> rest = Sentences.of(without(text, events));
    if (rest.isEmpty()) {
      return told.build();
    }
    likeness()
        .of(rest)
        .forEach(
            (cause, like) -> {
              if (like >= LIKE) {
                told.add(like >= VERY_LIKE ? DESCRIBED_WELL : DESCRIBED, cause);
              }
            });
    return told.build();
  }

  private Likeness likeness() {
    Likeness made = likeness;
    if (made == null) {
      made = new Likeness(knowledge.causes());
      likeness = made;
    }
    return made;
  }

  private static String without(String text, List<Reading> events) {
    StringBuilder rest = new StringBuilder(text);
    for (Reading event : events) {
      for (Label label : event.labels()) {
        for (int i = label.span().from(); i < Math.min(label.span().to(), text.length()); i++) {
          if (rest.charAt(i) != '\n') {
            rest.setCharAt(i, ' ');
          }
        }
      }
    }
    return rest.toString();
  }
}

package dev.whyvoy.bench.start;

import dev.whyvoy.core.knowledge.Cause;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.KnowledgeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Knowledge of which only a share is left, spread evenly. What the asked diagnosis needs stays, so
 * that the answer is the same.
 */
final class Thinned {
  private final String asked;

  /**
   * Leaves a diagnosis whole.
   *
   * @param asked its code
   */
  Thinned(String asked) {
    this.asked = asked;
  }

  /** About {@code percent} % of every kind of entry. */
  KnowledgeModel of(KnowledgeModel all, int percent) {
    return new KnowledgeModel(
        all.facts(),
        all.families(),
        all.timers(),
        all.tables(),
        thin(all.terms(), percent, term -> false),
        thin(all.messages(), percent, message -> message.template().matches("no.healthy.upstream")),
        thin(all.paths(), percent, path -> path.id().equals("no-healthy-upstream")),
        thin(all.diagnoses(), percent, this::isAsked),
        thin(all.causes(), percent, this::explainsIt));
  }

  private boolean isAsked(Diagnosis diagnosis) {
    return diagnosis.code().equals(asked);
  }

  private boolean explainsIt(Cause cause) {
    return cause.explains().containsKey(asked);
  }

  private static <T> List<T> thin(List<T> all, int percent, Predicate<T> keep) {
    List<T> left = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i * percent % 100 < percent || keep.test(all.get(i))) {
        left.add(all.get(i));
      }
    }
    return left;
  }
}

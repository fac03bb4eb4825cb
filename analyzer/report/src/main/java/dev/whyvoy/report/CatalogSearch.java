package dev.whyvoy.report;

import dev.whyvoy.core.knowledge.Cause;
import dev.whyvoy.core.knowledge.Condition;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.Dialect;
import dev.whyvoy.core.knowledge.FactTest;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.core.knowledge.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds entries of the knowledge by what is written in them. */
public final class CatalogSearch {
  private final Knowledge knowledge;

  public CatalogSearch(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Entries of each kind, in the order of their codes and ids. */
  public record Hits(
      List<Diagnosis> diagnoses, List<Cause> causes, List<Message> messages, List<Term> terms) {
    public boolean isEmpty() {
      return diagnoses.isEmpty() && causes.isEmpty() && messages.isEmpty() && terms.isEmpty();
    }
  }

  /** The message that is exactly this response flag, in Envoy's spelling. */
  public Optional<Message> flag(String name) {
    return knowledge.messages().stream()
        .filter(m -> m.dialect() == Dialect.RESPONSE_FLAGS && m.template().equals(name))
        .findFirst();
  }

  /** What a response flag goes with. */
  public Hits withFlag(String flag) {
    return new Hits(
        knowledge.diagnoses().stream().filter(d -> asks(d.when(), "response_flags", flag)).toList(),
        List.of(),
        knowledge.messages().stream().filter(m -> m.flags().contains(flag)).toList(),
        List.of());
  }

  /** Entries that hold every word of {@code text}, in any case. */
  public Hits holding(String text) {
    String[] words = fold(text).strip().split("\\s+");
    return new Hits(
        knowledge.diagnoses().stream()
            .filter(
                d ->
                    holds(words, d.code(), d.slug(), d.line(), d.what())
                        || isOnPath(d, text.strip()))
            .toList(),
        knowledge.causes().stream()
            .filter(c -> holds(words, c.id(), c.title(), c.definition(), c.fix()))
            .toList(),
        knowledge.messages().stream()
            .filter(
                m ->
                    holds(words, m.id(), m.template(), m.function(), m.file(), m.note())
                        || m.callers().stream().anyMatch(c -> isNamed(c.function(), text.strip())))
            .toList(),
        knowledge.terms().stream()
            .filter(t -> holds(words, t.list(), t.name(), t.number(), t.text(), t.meaning()))
            .toList());
  }

  /** Whether the code path of a diagnosis passes a function, named in full or by its end. */
  private boolean isOnPath(Diagnosis diagnosis, String function) {
    return Optional.ofNullable(diagnosis.path()).flatMap(knowledge::path).stream()
        .flatMap(path -> path.parts().stream())
        .flatMap(part -> part.steps().stream())
        .anyMatch(step -> isNamed(step.function(), function));
  }

  private static boolean isNamed(String function, String name) {
    return function.equals(name) || function.endsWith("::" + name);
  }

  private static boolean asks(Condition condition, String fact, String value) {
    return condition.anyOf().stream()
        .flatMap(all -> all.tests().stream())
        .anyMatch(
            test ->
                test instanceof FactTest.AnyOf any
                    && any.fact().equals(fact)
                    && any.values().contains(value));
  }

  private static boolean holds(String[] words, String... texts) {
    return Arrays.stream(words)
        .allMatch(word -> Stream.of(texts).anyMatch(text -> fold(text).contains(word)));
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

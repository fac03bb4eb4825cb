package dev.whyvoy.core.knowledge;

import dev.whyvoy.core.fact.FactCatalog;
import dev.whyvoy.core.fact.Timer;
import java.util.List;
import java.util.Optional;

/**
 * What whyvoy knows about Envoy. Entries are decoded when first asked for. Safe for many threads.
 */
public final class Knowledge {
  private final KnowledgeModel model;
  private final FactCatalog facts;

  private Knowledge(KnowledgeModel model) {
    this.model = model;
    this.facts = new FactCatalog(model.facts());
  }

  /** The knowledge that comes with whyvoy. */
  public static Knowledge load() {
    return new Knowledge(
        new KnowledgeModel(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  public FactCatalog facts() {
    return facts;
  }

  /** The diagnosis with this code ({@code EV301}) or slug, in any case. */
  public Optional<Diagnosis> diagnosis(String codeOrSlug) {
    return model.diagnoses().stream()
        .filter(d -> d.code().equalsIgnoreCase(codeOrSlug) || d.slug().equalsIgnoreCase(codeOrSlug))
        .findFirst();
  }

  /** The causes that can explain a diagnosis, the most common first. */
  public List<Cause> causes(String code) {
    return model.causes().stream().filter(c -> c.explains().containsKey(code)).toList();
  }

  public Optional<Cause> cause(String id) {
    return model.causes().stream().filter(c -> c.id().equals(id)).findFirst();
  }

  public Optional<Message> message(String id) {
    return model.messages().stream().filter(m -> m.id().equals(id)).findFirst();
  }

  public Optional<CodePath> path(String id) {
    return model.paths().stream().filter(p -> p.id().equals(id)).findFirst();
  }

  public List<Family> families() {
    return model.families();
  }

  /** Known timers, the shortest first. */
  public List<Timer> timers() {
    return model.timers();
  }

  /** Every diagnosis, by code. */
  public List<Diagnosis> diagnoses() {
    return model.diagnoses();
  }

  /** Every cause, by id. */
  public List<Cause> causes() {
    return model.causes();
  }

  /** Every message, by id. */
  public List<Message> messages() {
    return model.messages();
  }

  /** Every code path, by id. */
  public List<CodePath> paths() {
    return model.paths();
  }
}

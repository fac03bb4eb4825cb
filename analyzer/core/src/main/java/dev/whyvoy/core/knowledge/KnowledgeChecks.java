package dev.whyvoy.core.knowledge;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.fact.FactCatalog;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks what no single entry can know: that references lead somewhere, and ids are unique. */
final class KnowledgeChecks {
  private static final Set<String> PHRASES = Set.of("retried", "answered", "upstream", "hop");

  private final FactCatalog facts;
  private final KnowledgeModel all;
  private final Set<String> codes = new HashSet<>();
  private final Set<String> paths = new HashSet<>();
  private final Set<String> families = new HashSet<>();

  /**
   * @param all everything that references may lead to, the checked entries included
   */
  KnowledgeChecks(KnowledgeModel all) {
    this.all = all;
    this.facts = new FactCatalog(all.facts());
    all.diagnoses().forEach(diagnosis -> codes.add(diagnosis.code()));
    all.paths().forEach(path -> paths.add(path.id()));
    all.families().forEach(family -> families.add(family.name()));
  }

  void messages(List<Entry<Message>> messages) {
    unique(messages, "id", Entry::id);
    // Of two with one text only the first would be seen.
    unique(
        messages.stream()
            .filter(entry -> entry.value().dialect() == Dialect.APPLICATION_LOG)
            .filter(entry -> !entry.value().sets().isEmpty())
            .toList(),
        "template",
        entry -> entry.value().template() + " " + entry.value().file());
    for (Entry<Message> entry : messages) {
      path(entry.fields(), entry.value().path());
    }
  }

  void diagnoses(List<Entry<Diagnosis>> diagnoses) {
    unique(diagnoses, "code", Entry::id);
    unique(diagnoses, "slug", entry -> entry.value().slug());
    for (Entry<Diagnosis> entry : diagnoses) {
      Fields fields = entry.fields();
      Diagnosis diagnosis = entry.value();
      if (diagnosis.refines() != null) {
        code(fields, "refines", diagnosis.refines());
        refinesEnds(fields, diagnosis);
      }
      diagnosis.see().forEach(code -> code(fields, "see", code));
      diagnosis.counterexamples().forEach(c -> code(fields, "counterexamples", c.gives()));
      path(fields, diagnosis.path());
      for (String name : Placeholders.names(diagnosis.line())) {
        if (!PHRASES.contains(name)) {
          fact(fields, "line", name);
        }
      }
    }
  }

  void causes(List<Entry<Cause>> causes) {
    unique(causes, "id", Entry::id);
    for (Entry<Cause> entry : causes) {
      Fields fields = entry.fields();
      Cause cause = entry.value();
      cause.explains().keySet().forEach(code -> code(fields, "explains", code));
      if (!families.contains(cause.family())) {
        fields.unknown("family", cause.family(), families);
      }
      for (Evidence evidence : cause.evidence()) {
        for (String name : Placeholders.names(evidence.because())) {
          if (!requires(evidence.when(), name)) {
            fields.problem(
                "evidence",
                "{" + name + "} in \"" + evidence.because() + "\" may be unknown",
                "only facts that its `when` requires to be present");
          }
        }
      }
    }
  }

  void paths(List<Entry<CodePath>> paths) {
    unique(paths, "paths", Entry::id);
  }

  /** Whether every alternative of a condition needs {@code fact} to be known. */
  private boolean requires(Condition when, String fact) {
    return !when.anyOf().isEmpty()
        && when.anyOf().stream()
            .allMatch(
                allOf ->
                    allOf.tests().stream()
                        .anyMatch(
                            test ->
                                !(test instanceof FactTest.Presence p && !p.present())
                                    && (test.fact().equals(fact)
                                        || implies(test.fact()).contains(fact))));
  }

  private List<String> implies(String fact) {
    return facts.get(fact).map(Fact::implies).orElse(List.of());
  }

  private void refinesEnds(Fields fields, Diagnosis start) {
    Map<String, String> parents = new HashMap<>();
    all.diagnoses().stream()
        .filter(diagnosis -> diagnosis.refines() != null)
        .forEach(diagnosis -> parents.put(diagnosis.code(), String.valueOf(diagnosis.refines())));
    Set<String> seen = new HashSet<>();
    String code = start.code();
    while (code != null && seen.add(code)) {
      code = parents.get(code);
    }
    if (code != null) {
      fields.problem("refines", start.code() + " refines itself in the end", "a more general code");
    }
  }

  private void code(Fields fields, String key, String code) {
    if (!codes.contains(code)) {
      fields.unknown(key, code, codes);
    }
  }

  private void path(Fields fields, @Nullable String path) {
    if (path != null && !paths.contains(path)) {
      fields.unknown("path", path, paths);
    }
  }

  private void fact(Fields fields, String key, String name) {
    if (!facts.declares(name)) {
      fields.unknown(key, name, facts.all().stream().map(Fact::name).toList());
    }
  }

  private static <T> void unique(
      List<Entry<T>> entries, String key, Function<Entry<T>, String> id) {
    Map<String, Fields> first = new HashMap<>();
    for (Entry<T> entry : entries) {
      Fields before = first.putIfAbsent(id.apply(entry), entry.fields());
      if (before != null) {
        entry
            .fields()
            .problem(
                key,
                "\"" + id.apply(entry) + "\" is taken by " + before.file(),
                "codes and ids are used once");
      }
    }
  }
}

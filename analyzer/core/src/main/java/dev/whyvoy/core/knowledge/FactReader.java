package dev.whyvoy.core.knowledge;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.fact.Settles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code facts/*.yaml}. A fact is declared once; other files may add values to it. */
final class FactReader {
  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final List<Fields> additions = new ArrayList<>();

  FactReader(List<Fact> known) {
    known.forEach(fact -> facts.put(fact.name(), fact));
  }

  void read(Fields file) {
    for (Yaml item : file.items("facts")) {
      Fields fields = file.child(item);
      if (fields.has("meaning")) {
        declare(fields);
      } else {
        additions.add(fields);
      }
    }
    file.done();
  }

  /** Every fact, with the values that other files add. */
  List<Fact> facts() {
    additions.forEach(this::addValues);
    additions.clear();
    return List.copyOf(facts.values());
  }

  private void declare(Fields fields) {
    String name = fields.text("name");
    boolean given = fields.flag("given");
    Settles settles =
        fields.word("settles", Settles.values(), Settles::word, given ? Settles.HINT : null);
    String type = fields.text("type", "text");
    if (!type.equals("text") && !type.equals("number")) {
      fields.problem("type", "\"" + type + "\" is not a known type", "number, or leave it out");
    }
    Fact fact =
        new Fact(
            name,
            settles,
            fields.flag("many"),
            type.equals("number"),
            given,
            fields.flag("recorded"),
            fields.prose("meaning"),
            fields.prose("question"),
            values(fields, fields.node("values")),
            fields.texts("implies"));
    if (given && fact.question().isEmpty()) {
      fields.problem("given", "a given fact without question", "say what to ask the reader");
    }
    if (facts.putIfAbsent(name, fact) != null) {
      fields.problem(
          "name",
          "the fact \"" + name + "\" is declared twice",
          "leave out `meaning` to add values");
    }
    fields.done();
  }

  private void addValues(Fields fields) {
    String name = fields.text("name");
    Fact fact = facts.get(name);
    Map<String, String> more = values(fields, fields.node("values"));
    String question = fields.prose("question");
    fields.done();
    if (fact == null) {
      fields.unknown("name", name, facts.keySet());
      return;
    }
    Map<String, String> all = new LinkedHashMap<>(fact.values());
    for (Map.Entry<String, String> value : more.entrySet()) {
      String before = all.putIfAbsent(value.getKey(), value.getValue());
      if (before != null && !before.equals(value.getValue())) {
        fields.problem(
            "values",
            "\"" + value.getKey() + "\" has another meaning elsewhere: " + before,
            "one meaning a value");
      }
    }
    facts.put(
        name,
        new Fact(
            name,
            fact.settles(),
            fact.many(),
            fact.number(),
            fact.given(),
            fact.recorded(),
            fact.meaning(),
            question.isEmpty() ? fact.question() : question,
            all,
            fact.implies()));
  }

  private static Map<String, String> values(Fields fields, @Nullable Yaml node) {
    Map<String, String> values = new LinkedHashMap<>();
    if (node instanceof Yaml.Mapping mapping) {
      mapping
          .entries()
          .forEach((value, text) -> values.put(value, fields.textOf(text, value).strip()));
    } else if (node != null) {
      fields.textsOf(node, "values").forEach(value -> values.put(value, ""));
    }
    return values;
  }
}

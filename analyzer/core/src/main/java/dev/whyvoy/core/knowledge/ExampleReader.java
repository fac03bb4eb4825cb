package dev.whyvoy.core.knowledge;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.fact.FactCatalog;
import dev.whyvoy.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads examples of causes: a text each, or {@code input:} with the facts {@code given:} beside it.
 */
final class ExampleReader {
  private final FactCatalog facts;

  ExampleReader(FactCatalog facts) {
    this.facts = facts;
  }

  List<Example> read(Fields file, String key) {
    List<Example> examples = new ArrayList<>();
    for (Yaml item : file.items(key)) {
      if (item instanceof Yaml.Mapping) {
        Fields fields = file.child(item);
        examples.add(new Example(fields.text("input"), given(fields)));
        fields.done();
      } else {
        examples.add(new Example(file.textOf(item, key), Facts.NONE));
      }
    }
    return List.copyOf(examples);
  }

  private Facts given(Fields example) {
    Facts.Builder given = Facts.builder();
    Fields values = example.child(new Yaml.Mapping(1, example.mapping("given")));
    for (Map.Entry<String, Yaml> entry : values.entries().entrySet()) {
      String name = entry.getKey();
      Fact fact = facts.get(name).orElse(null);
      if (fact == null) {
        String meant = DidYouMean.ask(name, facts.all().stream().map(Fact::name).toList());
        values.problem(
            entry.getValue(),
            "unknown fact \"" + name + "\"",
            "facts are declared in facts/*.yaml" + (meant.isEmpty() ? "" : "; " + meant));
        continue;
      }
      for (String value : values.textsOf(entry.getValue(), name)) {
        ConditionReader.checkValue(values, entry.getValue(), fact, value);
        given.add(name, value);
      }
    }
    return given.build();
  }
}

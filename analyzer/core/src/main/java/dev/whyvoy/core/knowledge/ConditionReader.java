package dev.whyvoy.core.knowledge;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.fact.FactCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code when:} maps and checks every fact and value they name. */
final class ConditionReader {
  private static final String TESTS = "all, not, both of them, present, min and max, or near";

  private final FactCatalog facts;

  ConditionReader(FactCatalog facts) {
    this.facts = facts;
  }

  /** The condition under {@code key}; one that always holds if the key is absent. */
  Condition read(Fields fields, String key) {
    Yaml node = fields.node(key);
    if (node == null) {
      return Condition.ALWAYS;
    }
    List<Condition.AllOf> anyOf = new ArrayList<>();
    for (Yaml alternative : node instanceof Yaml.Seq seq ? seq.items() : List.of(node)) {
      anyOf.add(allOf(fields.child(alternative)));
    }
    return new Condition(anyOf);
  }

  private Condition.AllOf allOf(Fields fields) {
    List<FactTest> tests = new ArrayList<>();
    for (Map.Entry<String, Yaml> entry : fields.entries().entrySet()) {
      tests.addAll(tests(fields, entry.getKey(), entry.getValue()));
    }
    if (fields.entries().isEmpty()) {
      fields.problem("", "an empty condition", "leave `when` out if it always holds");
    }
    return new Condition.AllOf(tests);
  }

  private List<FactTest> tests(Fields fields, String name, Yaml node) {
    Fact fact = facts.get(name).orElse(null);
    if (fact == null) {
      String meant = DidYouMean.ask(name, facts.all().stream().map(Fact::name).toList());
      fields.problem(
          name,
          "unknown fact \"" + name + "\"",
          "facts are declared in facts/*.yaml" + (meant.isEmpty() ? "" : "; " + meant));
      return List.of();
    }
    if (node instanceof Yaml.Mapping) {
      return special(fields, fact, fields.child(node));
    }
    return List.of(new FactTest.AnyOf(name, values(fields, fact, node)));
  }

  private static List<FactTest> special(Fields fields, Fact fact, Fields test) {
    String name = fact.name();
    List<FactTest> tests = new ArrayList<>();
    Yaml all = test.node("all");
    if (all != null) {
      values(fields, fact, all)
          .forEach(value -> tests.add(new FactTest.AnyOf(name, List.of(value))));
    }
    Yaml not = test.node("not");
    if (not != null) {
      tests.add(new FactTest.NoneOf(name, values(fields, fact, not)));
    }
    FactTest single = single(fields, fact, test);
    if (single == null ? tests.isEmpty() : !tests.isEmpty()) {
      fields.problem(name, "not one test of \"" + name + "\"", "one of: " + TESTS);
    }
    if (single != null) {
      tests.add(single);
    }
    test.done();
    return tests;
  }

  /** A test that stands alone; null if there is none. */
  private static @Nullable FactTest single(Fields fields, Fact fact, Fields test) {
    String name = fact.name();
    FactTest read = null;
    int kinds = 0;
    if (test.has("present")) {
      read = new FactTest.Presence(name, test.flag("present"));
      kinds++;
    }
    if (test.has("min") || test.has("max")) {
      long min = test.number("min", Long.MIN_VALUE);
      long max = test.number("max", Long.MAX_VALUE);
      read = new FactTest.Range(name, min, max);
      kinds++;
      if (min > max) {
        test.problem("min", "min is more than max", "nothing could fit");
      }
    }
    Yaml near = test.node("near");
    if (near != null) {
      List<Yaml> items = near instanceof Yaml.Seq seq ? seq.items() : List.of(near);
      read =
          new FactTest.Near(name, items.stream().map(item -> test.numberOf(item, "near")).toList());
      kinds++;
    }
    if (kinds > 1) {
      fields.problem(name, "not one test of \"" + name + "\"", "one of: " + TESTS);
    }
    if ((read instanceof FactTest.Range || read instanceof FactTest.Near) && !fact.number()) {
      fields.problem(name, "\"" + name + "\" is not a number", "min, max and near need one");
    }
    return read;
  }

  private static List<String> values(Fields fields, Fact fact, Yaml node) {
    List<String> values = fields.textsOf(node, fact.name());
    values.forEach(value -> checkValue(fields, node, fact, value));
    return values;
  }

  /** Notes a problem if {@code value} is not one that {@code fact} can have. */
  static void checkValue(Fields fields, Yaml node, Fact fact, String value) {
    if (!fact.values().isEmpty() && !fact.values().containsKey(value)) {
      String meant = DidYouMean.ask(value, fact.values().keySet());
      fields.problem(
          node,
          "\"" + value + "\" is not a value of \"" + fact.name() + "\"",
          Fields.known(fact.values().keySet()) + (meant.isEmpty() ? "" : "; " + meant));
    } else if (fact.number() && !value.matches("-?[0-9]{1,18}")) {
      fields.problem(node, "\"" + fact.name() + "\" is a number, not \"" + value + "\"", "");
    }
  }
}

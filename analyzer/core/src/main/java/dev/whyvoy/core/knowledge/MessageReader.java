package dev.whyvoy.core.knowledge;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.fact.FactCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code messages/*.yaml}. */
final class MessageReader {
  private final FactCatalog facts;
  private final CodeIndex lines;
  private final List<Entry<Message>> messages = new ArrayList<>();

  MessageReader(FactCatalog facts, CodeIndex lines) {
    this.facts = facts;
    this.lines = lines;
  }

  void read(Fields file) {
    String component = file.text("component");
    for (Yaml item : file.items("messages")) {
      message(component, file.child(item));
    }
    file.done();
  }

  List<Entry<Message>> messages() {
    return messages;
  }

  private void message(String component, Fields fields) {
    String id = fields.text("id");
    String function = fields.text("function", "");
    String file = fields.text("file", "");
    String at = fields.text("at", "");
    EnvoyVersion since = fields.release("since", EnvoyVersion.OLDEST);
    EnvoyVersion until = fields.release("until", EnvoyVersion.DEV);
    if (since.compareTo(until) > 0) {
      fields.problem("since", "since is after until", "");
    }
    String template = fields.text("template");
    String note = fields.prose("note");
    if (!Template.parse(template).hasText() && note.isEmpty()) {
      fields.problem("template", "\"" + template + "\" matches everything", "some literal text");
    }
    Message message =
        new Message(
            id,
            component,
            fields.word("dialect", Dialect.values(), Dialect::word, null),
            template,
            function,
            file,
            at,
            since,
            until,
            (int) fields.number("code", 0),
            fields.texts("flags"),
            fields.textOrNull("body"),
            fields.textOrNull("path"),
            emitted(fields),
            note,
            fields.text("sample", ""),
            sets(fields),
            lines.of(file, function, at),
            fields.items("callers").stream()
                .map(item -> caller(fields.child(item), file, since, until))
                .toList());
    facts
        .get("response_flags")
        .filter(flags -> fields.node("flags") != null)
        .ifPresent(flags -> message.flags().forEach(flag -> checkFlag(fields, flags, flag)));
    fields.done();
    messages.add(new Entry<>(id, message, fields));
  }

  /** A caller is in the same file and in the same releases, unless it says otherwise. */
  private Caller caller(Fields fields, String sameFile, EnvoyVersion since, EnvoyVersion until) {
    String function = fields.text("function");
    String file = fields.text("file", sameFile);
    String at = fields.text("at", "");
    Caller caller =
        new Caller(
            function,
            file,
            at,
            fields.release("since", since),
            fields.release("until", until),
            lines.of(file, function, at));
    fields.done();
    return caller;
  }

  private static boolean emitted(Fields fields) {
    String word = fields.text("emitted", "");
    if (fields.has("emitted") && !word.equals("never")) {
      fields.problem("emitted", "\"emitted\" is \"" + word + "\"", "never");
    }
    return word.isEmpty();
  }

  private static void checkFlag(Fields fields, Fact flags, String flag) {
    if (!flags.values().containsKey(flag)) {
      fields.unknown("flags", flag, flags.values().keySet());
    }
  }

  private Map<String, List<String>> sets(Fields fields) {
    Map<String, List<String>> sets = new LinkedHashMap<>();
    fields
        .mapping("sets")
        .forEach(
            (name, node) -> {
              List<String> values = fields.textsOf(node, name);
              sets.put(name, values);
              Fact fact = facts.get(name).orElse(null);
              if (fact == null) {
                String meant = DidYouMean.ask(name, facts.all().stream().map(Fact::name).toList());
                fields.problem(node, "unknown fact \"" + name + "\"", meant);
              } else {
                values.forEach(value -> ConditionReader.checkValue(fields, node, fact, value));
              }
            });
    return sets;
  }
}

package dev.whyvoy.core.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code paths/*.yaml}: parts first, then the paths composed of them. */
final class PathReader {
  private final ConditionReader conditions;
  private final CodeIndex lines;
  private final Map<String, CodePath.Part> parts = new LinkedHashMap<>();
  private final Set<String> ownParts = new HashSet<>();
  private final Map<String, List<String>> paths = new LinkedHashMap<>();
  private final Map<String, Fields> where = new LinkedHashMap<>();

  PathReader(ConditionReader conditions, CodeIndex lines, List<CodePath> known) {
    this.conditions = conditions;
    this.lines = lines;
    known.forEach(path -> path.parts().forEach(part -> parts.put(part.id(), part)));
  }

  void read(Fields file) {
    file.mapping("parts").forEach((id, node) -> part(file, id, node));
    file.mapping("paths")
        .forEach(
            (id, node) -> {
              if (where.put(id, file) != null) {
                file.problem(node, "the path \"" + id + "\" is declared twice", "one declaration");
              }
              paths.put(id, file.textsOf(node, id));
            });
    file.done();
  }

  /** The paths read, composed of the parts of all files. */
  List<Entry<CodePath>> paths() {
    List<Entry<CodePath>> all = new ArrayList<>();
    where.forEach(
        (id, file) -> {
          List<CodePath.Part> composed = new ArrayList<>();
          for (String part : paths.getOrDefault(id, List.of())) {
            CodePath.Part known = parts.get(part);
            if (known == null) {
              file.problem(
                  file.mapping("paths").getOrDefault(id, new Yaml.Text(1, "")),
                  "the path \"" + id + "\" has an unknown part \"" + part + "\"",
                  DidYouMean.ask(part, parts.keySet()));
            } else {
              composed.add(known);
            }
          }
          all.add(new Entry<>(id, new CodePath(id, List.copyOf(composed)), file));
        });
    return all;
  }

  private void part(Fields file, String id, Yaml node) {
    List<CodePath.Step> steps = new ArrayList<>();
    for (Yaml item : node instanceof Yaml.Seq seq ? seq.items() : List.of(node)) {
      steps.add(step(file.child(item)));
    }
    parts.put(id, new CodePath.Part(id, List.copyOf(steps)));
    if (!ownParts.add(id)) {
      file.problem(node, "the part \"" + id + "\" is declared twice", "one declaration");
    }
  }

  private CodePath.Step step(Fields fields) {
    String function = fields.text("function");
    String file = fields.text("file");
    String at = fields.text("at", "");
    CodePath.Step step =
        new CodePath.Step(
            function,
            file,
            at,
            fields.prose("says"),
            fields.release("since", EnvoyVersion.OLDEST),
            fields.release("until", EnvoyVersion.DEV),
            fields.flag("or"),
            conditions.read(fields, "when"),
            lines.of(file, function, at));
    fields.done();
    return step;
  }
}

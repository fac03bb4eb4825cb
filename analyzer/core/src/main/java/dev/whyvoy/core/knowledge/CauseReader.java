package dev.whyvoy.core.knowledge;

import dev.whyvoy.core.knowledge.Evidence.Bearing;
import dev.whyvoy.core.knowledge.Evidence.Strength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code causes/*.yaml}, one cause a file. */
final class CauseReader {
  private final ConditionReader conditions;
  private final ExampleReader examples;
  private final List<Entry<Cause>> causes = new ArrayList<>();

  CauseReader(ConditionReader conditions, ExampleReader examples) {
    this.conditions = conditions;
    this.examples = examples;
  }

  void read(Fields fields) {
    String id = DiagnosisReader.slug(fields, "id");
    Cause cause =
        new Cause(
            id,
            fields.text("family"),
            DiagnosisReader.required(fields, "title"),
            DiagnosisReader.required(fields, "definition"),
            explains(fields),
            evidence(fields),
            fields.proses("check"),
            DiagnosisReader.required(fields, "fix"),
            fields.word("side", Side.values(), Side::word, null),
            fields.prose("retry_safe"),
            fields.proses("wrong_turns"),
            examples.read(fields, "examples"),
            examples.read(fields, "counterexamples"));
    String name = fields.file().substring(fields.file().lastIndexOf('/') + 1);
    if (!name.equals(id + ".yaml")) {
      fields.problem("id", "the file is named \"" + name + "\"", id + ".yaml");
    }
    fields.done();
    causes.add(new Entry<>(id, cause, fields));
  }

  List<Entry<Cause>> causes() {
    return causes;
  }

  private static Map<String, Commonness> explains(Fields fields) {
    Map<String, Commonness> explains = new LinkedHashMap<>();
    Map<String, Yaml> entries = fields.mapping("explains");
    if (entries.isEmpty()) {
      fields.problem(
          "explains", "it explains no diagnosis", "code: usual, common, occasional or rare");
      return explains;
    }
    Fields codes = fields.child(new Yaml.Mapping(1, entries));
    entries
        .keySet()
        .forEach(
            code ->
                explains.put(code, codes.word(code, Commonness.values(), Commonness::word, null)));
    return explains;
  }

  private List<Evidence> evidence(Fields file) {
    List<Evidence> all = new ArrayList<>();
    for (Yaml item : file.items("evidence")) {
      Fields fields = file.child(item);
      long kinds = Arrays.stream(Bearing.values()).filter(b -> fields.has(key(b))).count();
      if (kinds != 1) {
        fields.problem("", "not one kind of evidence", "one of: for, against, rules_out");
        continue;
      }
      Bearing bearing =
          fields.has("for")
              ? Bearing.FOR
              : fields.has("against") ? Bearing.AGAINST : Bearing.RULES_OUT;
      Strength strength = Strength.SETTLES;
      if (bearing == Bearing.RULES_OUT) {
        if (!fields.flag("rules_out")) {
          fields.problem("rules_out", "rules_out is not true", "true, or leave it out");
        }
      } else {
        strength = fields.word(key(bearing), Strength.values(), Strength::word, null);
      }
      if (!fields.has("when")) {
        fields.problem("when", "\"when\" is missing", "evidence needs a condition");
      }
      String because = DiagnosisReader.required(fields, "because");
      all.add(new Evidence(bearing, strength, conditions.read(fields, "when"), because));
      fields.done();
    }
    return all;
  }

  private static String key(Bearing bearing) {
    return switch (bearing) {
      case FOR -> "for";
      case AGAINST -> "against";
      case RULES_OUT -> "rules_out";
    };
  }
}

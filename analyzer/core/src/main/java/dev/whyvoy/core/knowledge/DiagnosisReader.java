package dev.whyvoy.core.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code diagnoses/*.yaml}, one diagnosis a file. */
final class DiagnosisReader {
  private final ConditionReader conditions;
  private final List<Entry<Diagnosis>> diagnoses = new ArrayList<>();

  DiagnosisReader(ConditionReader conditions) {
    this.conditions = conditions;
  }

  void read(Fields fields) {
    String code = fields.text("code");
    if (!code.matches("EV[1-9][0-9][0-9]")) {
      fields.problem(
          "code", "\"" + code + "\" is not a code", "EV and three digits, such as EV301");
    }
    String slug = slug(fields, "slug");
    Diagnosis diagnosis =
        new Diagnosis(
            code,
            slug,
            fields.word("level", Level.values(), Level::word, null),
            fields.word("locus", Locus.values(), Locus::word, null),
            fields.text("line").strip(),
            fields.textOrNull("refines"),
            fields.has("last_resort") && fields.flag("last_resort"),
            conditions.read(fields, "when"),
            required(fields, "what"),
            fields.prose("not"),
            fields.prose("effect"),
            fields.proses("check"),
            fields.textOrNull("path"),
            fields.proses("versions"),
            fields.proses("not_seen"),
            fields.texts("see"),
            fields.texts("examples"),
            counterexamples(fields));
    if (!fields.has("when")) {
      fields.problem("when", "\"when\" is missing", "a diagnosis needs a condition");
    }
    if (diagnosis.examples().size() < 2) {
      fields.problem("examples", "fewer than two examples", "two pasted texts at least");
    }
    String name = fields.file().substring(fields.file().lastIndexOf('/') + 1);
    if (!name.startsWith(code + "-")) {
      fields.problem("code", "the file is named \"" + name + "\"", code + "-... .yaml");
    }
    fields.done();
    diagnoses.add(new Entry<>(code, diagnosis, fields));
  }

  List<Entry<Diagnosis>> diagnoses() {
    return diagnoses;
  }

  static String slug(Fields fields, String key) {
    String slug = fields.text(key);
    if (fields.has(key) && !slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      fields.problem(
          key, "\"" + slug + "\" is not a slug", "lower case letters, digits and hyphens");
    }
    return slug;
  }

  static String required(Fields fields, String key) {
    return fields.text(key).strip();
  }

  private static List<Diagnosis.Counterexample> counterexamples(Fields file) {
    List<Diagnosis.Counterexample> all = new ArrayList<>();
    for (Yaml item : file.items("counterexamples")) {
      Fields fields = file.child(item);
      all.add(new Diagnosis.Counterexample(fields.text("input"), fields.text("gives")));
      fields.done();
    }
    return all;
  }
}

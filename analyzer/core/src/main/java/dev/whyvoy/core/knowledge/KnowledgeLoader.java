package dev.whyvoy.core.knowledge;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.fact.FactCatalog;
import dev.whyvoy.core.fact.Timer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a folder of knowledge files: {@code facts/ messages/ paths/ diagnoses/ causes/} with one or
 * more {@code .yaml} files each, {@code families.yaml}, {@code timers.yaml}, {@code tables/} and
 * {@code code-index.csv}. All may be absent.
 */
public final class KnowledgeLoader {
  private static final long MAX_BYTES = 4 << 20;
  private static final KnowledgeModel NOTHING =
      new KnowledgeModel(
          List.of(),
          List.of(),
          List.of(),
          ErrorTables.NONE,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private final Problems problems = new Problems();
  private final Map<String, YamlFile> files = new LinkedHashMap<>();

  private KnowledgeLoader() {}

  /**
   * Reads {@code root}.
   *
   * @throws InvalidKnowledge with everything that is wrong in the files
   * @throws UncheckedIOException if a file can't be read
   */
  public static KnowledgeModel load(Path root) {
    return load(root, NOTHING);
  }

  /**
   * Reads {@code root} on top of {@code base}: an entry replaces the one of the same code or id.
   *
   * @throws InvalidKnowledge with everything that is wrong in the files
   * @throws UncheckedIOException if a file can't be read
   */
  public static KnowledgeModel load(Path root, KnowledgeModel base) {
    return new KnowledgeLoader().read(root, base);
  }

  private KnowledgeModel read(Path root, KnowledgeModel base) {
    CodeIndex lines = readFiles(root);
    FactReader factReader = new FactReader(base.facts());
    inFolder("facts").forEach(factReader::read);
    List<Fact> facts = factReader.facts();
    FactCatalog catalog = new FactCatalog(facts);
    ConditionReader conditions = new ConditionReader(catalog);

    MessageReader messages = new MessageReader(catalog, lines);
    inFolder("messages").forEach(messages::read);
    PathReader paths = new PathReader(conditions, lines, base.paths());
    inFolder("paths").forEach(paths::read);
    DiagnosisReader diagnoses = new DiagnosisReader(conditions);
    inFolder("diagnoses").forEach(diagnoses::read);
    CauseReader causes = new CauseReader(conditions, new ExampleReader(catalog));
    inFolder("causes").forEach(causes::read);
    List<Entry<CodePath>> composed = paths.paths();

    KnowledgeModel all =
        new KnowledgeModel(
            facts,
            onTop(base.families(), families(), Family::name, false),
            timers(base.timers()),
            tables(root, base.tables()),
            terms(root, base.terms()),
            onTop(
                base.messages(), BodyMessages.with(values(messages.messages())), Message::id, true),
            onTop(base.paths(), values(composed), CodePath::id, true),
            onTop(base.diagnoses(), values(diagnoses.diagnoses()), Diagnosis::code, true),
            onTop(base.causes(), values(causes.causes()), Cause::id, true));
    KnowledgeChecks checks = new KnowledgeChecks(all);
    checks.messages(messages.messages());
    checks.paths(composed);
    checks.diagnoses(diagnoses.diagnoses());
    checks.causes(causes.causes());
    problems.failIfAny();
    return all;
  }

  private CodeIndex readFiles(Path root) {
    try (Stream<Path> walk = Files.walk(root, 2)) {
      List<Path> yaml =
          walk.filter(path -> path.toString().endsWith(".yaml"))
              .sorted(Comparator.comparing(Path::toString))
              .toList();
      for (Path path : yaml) {
        String name = root.relativize(path).toString().replace('\\', '/');
        text(name, path).ifPresent(text -> files.put(name, YamlFile.read(name, text, problems)));
      }
      String index = "code-index.csv";
      return text(index, root.resolve(index))
          .map(text -> CodeIndex.read(index, text, problems))
          .orElse(CodeIndex.EMPTY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a file holds; nothing if it is not there or, which is a problem, can't be used. */
  private Optional<String> text(String name, Path path) {
    try {
      if (!Files.exists(path)) {
        return Optional.empty();
      }
      if (Files.size(path) <= MAX_BYTES) {
        return Optional.of(Files.readString(path));
      }
      problems.add(name, 1, "too large", "at most " + MAX_BYTES + " bytes");
    } catch (CharacterCodingException e) {
      problems.add(name, 1, "not UTF-8", "UTF-8");
    } catch (IOException e) {
      problems.add(name, 1, "cannot be read", "a file that may be read");
    }
    return Optional.empty();
  }

  private List<Fields> inFolder(String folder) {
    return files.values().stream()
        .filter(file -> file.name().startsWith(folder + "/"))
        .map(file -> new Fields(file.name(), file.root(), problems))
        .toList();
  }

  private List<Family> families() {
    List<Family> families = new ArrayList<>();
    for (Fields fields : entries("families")) {
      families.add(new Family(fields.text("name"), fields.prose("meaning")));
      fields.done();
    }
    return families;
  }

  private List<Timer> timers(List<Timer> base) {
    List<Timer> timers = new ArrayList<>();
    for (Fields fields : entries("timers")) {
      timers.add(new Timer(fields.number("ms", 0), fields.prose("meaning")));
      fields.done();
    }
    return onTop(base, timers, timer -> String.format("%015d", timer.ms()), true);
  }

  private ErrorTables tables(Path root, ErrorTables base) {
    return new ErrorTables(
        table(root, "errno", TableReader::errno, base.errnos()),
        table(root, "tls-libraries", TableReader::tlsLibrary, base.tlsLibraries()),
        table(root, "tls-reasons", TableReader::tlsReason, base.tlsReasons()));
  }

  /** Terms have no key to lay others over: a folder that brings any table brings all of them. */
  private List<Term> terms(Path root, List<Term> base) {
    TermReader.Tables tables =
        new TermReader.Tables() {
          @Override
          public <T> List<T> rows(String name, Function<CSVRecord, T> row) {
            return table(root, name, row, List.of());
          }
        };
    List<Term> terms = new TermReader(tables).read();
    return terms.isEmpty() ? base : terms;
  }

  private <T> List<T> table(Path root, String name, Function<CSVRecord, T> row, List<T> otherwise) {
    String file = "tables/" + name + ".csv";
    return text(file, root.resolve(file))
        .map(text -> TableReader.read(file, text, row, problems))
        .orElse(otherwise);
  }

  private List<Fields> entries(String name) {
    YamlFile file = files.get(name + ".yaml");
    if (file == null) {
      return List.of();
    }
    Fields fields = new Fields(file.name(), file.root(), problems);
    List<Fields> entries = fields.items(name).stream().map(fields::child).toList();
    fields.done();
    return entries;
  }

  private static <T> List<T> values(List<Entry<T>> entries) {
    return entries.stream().map(Entry::value).toList();
  }

  private static <T> List<T> onTop(
      List<T> base, List<T> more, Function<T, String> id, boolean sorted) {
    Map<String, T> all = new LinkedHashMap<>();
    base.forEach(value -> all.put(id.apply(value), value));
    more.forEach(value -> all.put(id.apply(value), value));
    Stream<T> values = all.values().stream();
    return (sorted ? values.sorted(Comparator.comparing(id)) : values).toList();
  }
}

package dev.whyvoy.core.knowledge;

import dev.whyvoy.core.fact.FactCatalog;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Compiles knowledge to the bytes that {@link Knowledge} reads: a small index first, then the
 * entries, so that few need to be decoded. The same knowledge gives the same bytes.
 */
public final class KnowledgeCompiler {
  static final int MAGIC = 0x57564b31;

  private KnowledgeCompiler() {}

  /** Compiles the knowledge files on the class path to the file named by the only argument. */
  public static void main(String[] args) throws IOException, URISyntaxException {
    if (args.length != 1) {
      throw new IllegalArgumentException("expected one argument: the file to write");
    }
    Path target = Path.of(args[0]);
    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.write(target, compile(builtIn()));
  }

  /** Reads the knowledge files that come with whyvoy, from the class path. */
  static KnowledgeModel builtIn() throws IOException, URISyntaxException {
    URL families = KnowledgeCompiler.class.getResource("/whyvoy/families.yaml");
    if (families == null) {
      throw new IllegalStateException("no knowledge files on the class path");
    }
    URI uri = families.toURI();
    if (uri.getScheme().equals("jar")) {
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return KnowledgeLoader.load(jar.getPath("/whyvoy"));
      }
    }
    Path parent = Path.of(uri).getParent();
    return KnowledgeLoader.load(parent == null ? Path.of("") : parent);
  }

  /** The compiled form, as the resource that comes with whyvoy holds it. */
  public static byte[] compile(KnowledgeModel model) {
    List<Rule> rules =
        model.diagnoses().stream()
            .map(d -> new Rule(d.code(), d.refines(), d.lastResort(), d.when()))
            .toList();
    StringPool pool = new StringPool();
    BinaryOut entries = new BinaryOut(pool);
    LazyEntries.write(entries, pool, rules, EntryCodec::write);
    LazyEntries.write(entries, pool, model.messages(), EntryCodec::write);
    LazyEntries.write(entries, pool, model.paths(), EntryCodec::write);
    LazyEntries.write(entries, pool, model.diagnoses(), EntryCodec::write);
    LazyEntries.write(entries, pool, model.causes(), EntryCodec::write);

    BinaryOut out = new BinaryOut(pool);
    out.number(MAGIC);
    out.blob(
        blob(
            general -> {
              general.list(model.facts(), fact -> EntryCodec.write(general, fact));
              general.list(model.families(), family -> EntryCodec.write(general, family));
              general.list(model.timers(), timer -> EntryCodec.write(general, timer));
            }));
    out.blob(blob(tables -> EntryCodec.write(tables, model.tables())));
    out.blob(blob(terms -> terms.list(model.terms(), term -> EntryCodec.write(terms, term))));
    out.blob(blob(bodies -> bodies.map(detailsByBody(model), bodies::numbers)));
    out.texts(model.diagnoses().stream().map(Diagnosis::code).toList());
    out.texts(model.diagnoses().stream().map(Diagnosis::slug).toList());
    out.texts(model.causes().stream().map(Cause::id).toList());
    out.texts(model.messages().stream().map(Message::id).toList());
    out.texts(model.paths().stream().map(CodePath::id).toList());
    out.list(causesByDiagnosis(model), out::numbers);
    out.list(refinements(model), out::numbers);
    MessageIndex.write(out, model.messages());
    RuleIndex.write(out, rules, new FactCatalog(model.facts()));
    out.texts(pool.texts());
    out.raw(entries.toBytes());
    return out.toBytes();
  }

  /** For each diagnosis the positions of the causes that can explain it, the most common first. */
  private static List<List<Integer>> causesByDiagnosis(KnowledgeModel model) {
    Map<String, List<Integer>> byCode = new HashMap<>();
    for (int i = 0; i < model.causes().size(); i++) {
      for (String code : model.causes().get(i).explains().keySet()) {
        byCode.computeIfAbsent(code, key -> new ArrayList<>()).add(i);
      }
    }
    return model.diagnoses().stream()
        .map(
            diagnosis ->
                byCode.getOrDefault(diagnosis.code(), List.of()).stream()
                    .sorted(
                        Comparator.comparing(
                            i -> model.causes().get(i).explains().get(diagnosis.code())))
                    .toList())
        .toList();
  }

  /** Fixed body of a local reply to the positions of the details messages that go with it. */
  private static Map<String, List<Integer>> detailsByBody(KnowledgeModel model) {
    Map<String, List<Integer>> byBody = new TreeMap<>();
    for (int i = 0; i < model.messages().size(); i++) {
      Message message = model.messages().get(i);
      String body = message.body();
      if (message.dialect() == Dialect.RESPONSE_CODE_DETAILS && body != null && !body.isEmpty()) {
        byBody.computeIfAbsent(body, key -> new ArrayList<>()).add(i);
      }
    }
    return byBody;
  }

  /** For each diagnosis the positions of those that refine it. */
  private static List<List<Integer>> refinements(KnowledgeModel model) {
    List<String> refined =
        model.diagnoses().stream().map(d -> String.valueOf(d.refines())).toList();
    return model.diagnoses().stream()
        .map(
            diagnosis ->
                IntStream.range(0, refined.size())
                    .filter(i -> refined.get(i).equals(diagnosis.code()))
                    .boxed()
                    .toList())
        .toList();
  }

  private static byte[] blob(Consumer<BinaryOut> write) {
    BinaryOut one = new BinaryOut(new StringPool());
    write.accept(one);
    return one.toBytes();
  }
}

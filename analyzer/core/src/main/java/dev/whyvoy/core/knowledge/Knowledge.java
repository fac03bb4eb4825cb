package dev.whyvoy.core.knowledge;

import dev.whyvoy.core.fact.FactCatalog;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.fact.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What whyvoy knows about Envoy. Reads the compiled form; entries are decoded when first asked for.
 * Safe for many threads.
 */
public final class Knowledge {
  private static final String RESOURCE = "/whyvoy/knowledge.bin";

  private final byte[] bytes;
  private final int generalAt;
  private final int tablesAt;
  private final int termsAt;
  private final int bodiesAt;
  private final List<String> codes;
  private final List<String> slugs;
  private final List<String> causeIds;
  private final List<String> messageIds;
  private final List<String> pathIds;
  private final List<int[]> causesByDiagnosis;
  private final List<int[]> refinements;
  private final MessageIndex messageIndex;
  private final RuleIndex ruleIndex;
  private final LazyEntries<Rule> rules;
  private final LazyEntries<Message> messages;
  private final LazyEntries<CodePath> paths;
  private final LazyEntries<Diagnosis> diagnoses;
  private final LazyEntries<Cause> causes;
  private volatile @Nullable General general;
  private volatile @Nullable ErrorTables tables;
  private volatile @Nullable Map<String, int[]> bodies;

  private record General(FactCatalog facts, List<Family> families, List<Timer> timers) {}

  private Knowledge(byte[] bytes) {
    this.bytes = bytes;
    BinaryIn in = new BinaryIn(bytes, 0, SharedTexts.NONE);
    if (in.number() != KnowledgeCompiler.MAGIC) {
      throw new IllegalStateException("not compiled knowledge");
    }
    this.generalAt = in.skipBlob();
    this.tablesAt = in.skipBlob();
    this.termsAt = in.skipBlob();
    this.bodiesAt = in.skipBlob();
    this.codes = in.texts();
    this.slugs = in.texts();
    this.causeIds = in.texts();
    this.messageIds = in.texts();
    this.pathIds = in.texts();
    this.causesByDiagnosis = in.list(in::numbers);
    this.refinements = in.list(in::numbers);
    this.messageIndex = MessageIndex.read(in);
    this.ruleIndex = RuleIndex.read(in);
    SharedTexts shared = SharedTexts.read(bytes, in);
    this.rules = new LazyEntries<>(bytes, shared, in, EntryCodec::rule);
    this.messages = new LazyEntries<>(bytes, shared, in, EntryCodec::message);
    this.paths = new LazyEntries<>(bytes, shared, in, EntryCodec::path);
    this.diagnoses = new LazyEntries<>(bytes, shared, in, EntryCodec::diagnosis);
    this.causes = new LazyEntries<>(bytes, shared, in, EntryCodec::cause);
  }

  /** The knowledge that comes with whyvoy. */
  public static Knowledge load() {
    try (InputStream in = Knowledge.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing: the build writes it");
      }
      // An entry of a jar knows its size: one read is quicker than many.
      byte[] most = new byte[in.available()];
      int length = in.readNBytes(most, 0, most.length);
      byte[] rest = in.readAllBytes();
      boolean whole = length == most.length && rest.length == 0;
      return new Knowledge(whole ? most : joined(Arrays.copyOf(most, length), rest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The knowledge that comes with whyvoy, with the files of a folder on top.
   *
   * @throws InvalidKnowledge with everything that is wrong in the files
   * @throws UncheckedIOException if a file can't be read
   */
  public static Knowledge load(Path overlay) {
    return of(KnowledgeLoader.load(overlay, load().model()));
  }

  /** Knowledge made of these entries alone. */
  public static Knowledge of(KnowledgeModel model) {
    return new Knowledge(KnowledgeCompiler.compile(model));
  }

  /** Everything, decoded. */
  public KnowledgeModel model() {
    return new KnowledgeModel(
        List.copyOf(facts().all()),
        families(),
        timers(),
        tables(),
        terms(),
        messages(),
        paths(),
        diagnoses(),
        causes());
  }

  /** The facts that conditions may name. */
  public FactCatalog facts() {
    return general().facts();
  }

  /** The diagnosis with this code ({@code EV301}) or slug, in any case. */
  public Optional<Diagnosis> diagnosis(String codeOrSlug) {
    return find(codes, codeOrSlug, diagnoses)
        .or(() -> find(codes, codeOrSlug.toUpperCase(Locale.ROOT), diagnoses))
        .or(() -> find(slugs, codeOrSlug.toLowerCase(Locale.ROOT), diagnoses));
  }

  /** The rules of the diagnoses that {@code facts} may support, by code. */
  public List<Rule> candidates(Facts facts) {
    return Arrays.stream(ruleIndex.candidates(facts)).mapToObj(rules::get).toList();
  }

  /** The rule of the diagnosis with this code. */
  public Optional<Rule> rule(String code) {
    return find(codes, code, rules);
  }

  /** The rules that refine the diagnosis with this code. */
  public List<Rule> refinements(String code) {
    return listed(codes.indexOf(code), refinements, rules);
  }

  /** The causes that can explain the diagnosis with this code, the most common first. */
  public List<Cause> causes(String code) {
    return listed(codes.indexOf(code), causesByDiagnosis, causes);
  }

  /** The cause of this id, if there is one. */
  public Optional<Cause> cause(String id) {
    return find(causeIds, id, causes);
  }

  /** The message of this id, if there is one. */
  public Optional<Message> message(String id) {
    return find(messageIds, id, messages);
  }

  /** How many messages there are. */
  public int messageCount() {
    return messages.size();
  }

  /** The message at a position that {@link #messageIndex()} gave. */
  public Message message(int position) {
    return messages.get(position);
  }

  /** The response code details that go with a fixed body of a local reply. */
  public List<Message> detailsOf(String body) {
    Map<String, int[]> decoded = bodies;
    if (decoded == null) {
      BinaryIn in = new BinaryIn(bytes, bodiesAt, SharedTexts.NONE);
      decoded = in.map(in::numbers);
      bodies = decoded;
    }
    return Arrays.stream(decoded.getOrDefault(body, new int[0])).mapToObj(messages::get).toList();
  }

  /** The code path of this id, if there is one. */
  public Optional<CodePath> path(String id) {
    return find(pathIds, id, paths);
  }

  /** Finds messages by their texts. */
  public MessageIndex messageIndex() {
    return messageIndex;
  }

  /** Families of causes, in the order in which people read them. */
  public List<Family> families() {
    return general().families();
  }

  /** Known timers, the shortest first. */
  public List<Timer> timers() {
    return general().timers();
  }

  /** Names of the numbers in which systems and TLS libraries say what went wrong. */
  public ErrorTables tables() {
    ErrorTables decoded = tables;
    if (decoded == null) {
      decoded = EntryCodec.tables(new BinaryIn(bytes, tablesAt, SharedTexts.NONE));
      tables = decoded;
    }
    return decoded;
  }

  /** Words and numbers that Envoy passes on, list by list. Decoded anew at each call. */
  public List<Term> terms() {
    BinaryIn in = new BinaryIn(bytes, termsAt, SharedTexts.NONE);
    return in.list(() -> EntryCodec.term(in));
  }

  /** Every diagnosis, by code. */
  public List<Diagnosis> diagnoses() {
    return diagnoses.all();
  }

  /** Every cause, by id. */
  public List<Cause> causes() {
    return causes.all();
  }

  /** Every message, by id. */
  public List<Message> messages() {
    return messages.all();
  }

  /** Every code path, by id. */
  public List<CodePath> paths() {
    return paths.all();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private General general() {
    General decoded = general;
    if (decoded == null) {
      BinaryIn in = new BinaryIn(bytes, generalAt, SharedTexts.NONE);
      decoded =
          new General(
              new FactCatalog(in.list(() -> EntryCodec.fact(in))),
              in.list(() -> EntryCodec.family(in)),
              in.list(() -> EntryCodec.timer(in)));
      general = decoded;
    }
    return decoded;
  }

  private static <T> List<T> listed(int position, List<int[]> lists, LazyEntries<T> entries) {
    return position < 0
        ? List.of()
        : Arrays.stream(lists.get(position)).mapToObj(entries::get).toList();
  }

  private static <T> Optional<T> find(List<String> ids, String id, LazyEntries<T> entries) {
    int found = ids.indexOf(id);
    return found < 0 ? Optional.empty() : Optional.of(entries.get(found));
  }
}

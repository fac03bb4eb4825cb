package dev.whyvoy.core.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of logs, whatever their format and wrapper. What a line is read as depends on that
 * line alone, never on the lines before it. Not safe for several threads: one reader a thread.
 */
public final class LineReader {
  /** How many wrappers inside each other are peeled off. */
  private static final int MAX_LAYERS = 6;

  private final AccessRecord record = new AccessRecord();
  private final List<TextMatcher> matchers;
  private final TextSolver solver = new TextSolver();
  private final LooseReader loose = new LooseReader();
  private final boolean onlyGiven;
  private final Wrapping wrapping = new Wrapping();
  private final Prefixes prefixes = new Prefixes(wrapping);
  private final Copies copies = new Copies(record, wrapping);
  private final JsonScanner json;
  private final JsonKeys keys;
  private @Nullable Gathered gathered;
  private int likely;
  private int objectFrom;
  private int objectTo;

  /** A reader of every known format. */
  public LineReader() {
    this(KnownFormats.get().matchers(), false, KnownFormats.get().keys());
  }

  /**
   * A reader of lines that follow one of {@code formats}; JSON is read in any case.
   *
   * @param formats format strings, or JSON objects of keys and format strings
   * @throws IllegalArgumentException with the column if Envoy would refuse one
   */
  public static LineReader of(List<String> formats) {
    List<TextMatcher> matchers = new ArrayList<>();
    List<Map<String, String>> maps = new ArrayList<>();
    for (String format : formats) {
      Map<String, String> map = FormatMap.parse(format).orElse(Map.of());
      if (!map.isEmpty()) {
        maps.add(map);
      }
      if (map.isEmpty() || format.strip().indexOf('\n') < 0) {
        matchers.add(
            new TextMatcher(
                LogFormat.given(format), TextLayout.of(FormatStrings.parts(format.strip()))));
      }
    }
    return new LineReader(matchers, true, KnownFormats.get().keys(maps));
  }

  private LineReader(List<TextMatcher> matchers, boolean onlyGiven, JsonKeys keys) {
    this.matchers = matchers;
    this.onlyGiven = onlyGiven;
    this.json = new JsonScanner(keys);
    this.keys = keys;
  }

  /** What the last line was read into. */
  public AccessRecord record() {
    return record;
  }

  /** Whether a container runtime split the last line, and more of it follows in a later one. */
  public boolean partial() {
    return wrapping.partial();
  }

  /**
   * Reads one line.
   *
   * @param bytes hold {@link Bytes#PADDING} more bytes behind {@code to}
   * @param to one past the last byte, without the newline
   */
  public LineKind read(byte[] bytes, int from, int to) {
    wrapping.clear();
    copies.clear();
    return read(bytes, from, to, MAX_LAYERS);
  }

  /** Reads a JSON object whose quotes are escaped, as when it was copied out of a JSON string. */
  LineKind readEscaped(byte[] bytes, int from, int to) {
    wrapping.clear();
    copies.clear();
    clear(bytes, false);
    return inside(bytes, from, to, MAX_LAYERS);
  }

  /** What stood around the last line, outermost not always first. */
  List<Envelope> envelopes() {
    return Stream.of(Envelope.values()).filter(wrapping::has).toList();
  }

  /** The JSON object that the last line was, or held. */
  byte[] jsonLine() {
    return Arrays.copyOfRange(record.bytes(), objectFrom, objectTo);
  }

  /** Makes the reader keep where the bytes of records come from; see {@link #origin}. */
  LineReader tracking() {
    copies.track();
    return this;
  }

  /**
   * Where a byte of the last record stands in the line that was given.
   *
   * @param at place in the record's bytes
   */
  int origin(int at) {
    return copies.origin(at);
  }

  private LineKind read(byte[] b, int from, int lineTo, int layers) {
    int to = lineTo;
    while (to > from && (b[to - 1] == '\r' || b[to - 1] == '\n')) {
      to--;
    }
    if (from >= to) {
      record.clear(b, false);
      return LineKind.BLANK;
    }
    if (b[from] == '{') {
      return object(b, from, to, layers);
    }
    if (match(b, from, to)) {
      return LineKind.ACCESS;
    }
    if (ApplicationLog.is(b, from, to)) {
      if (keyValues(b, from, to)) {
        return LineKind.ACCESS;
      }
      clear(b, false);
      return LineKind.APPLICATION_LOG;
    }
    if (onlyGiven && solve(b, from, to)) {
      // What looks like a prefix may be the start of a format of the user's own.
      return LineKind.ACCESS;
    }
    if (layers > 0) {
      if (Bytes.find(b, from, to, Bytes.pattern(0x1b)) >= 0) {
        wrapping.peeled(Envelope.COLOURS);
        clear(b, false);
        copies.withoutColours(b, from, to);
        return copied(layers);
      }
      int hash = RubyHash.find(b, from, to);
      if (hash > from) {
        clear(b, false);
        wrapping.peeled(Envelope.FLUENT_BIT);
        copies.ofHash(b, hash, to);
        return copied(layers);
      }
      int inner = prefixes.peel(b, from, to);
      if (inner > from) {
        return read(b, inner, to, layers - 1);
      }
    }
    return hard(b, from, to);
  }

  private boolean match(byte[] b, int from, int to) {
    int n = matchers.size();
    for (int i = 0; i < n; i++) {
      int k = likely + i < n ? likely + i : likely + i - n;
      TextMatcher matcher = matchers.get(k);
      clear(b, false);
      if (matcher.match(b, from, to, record)) {
        likely = k;
        record.format(matcher.format(), false);
        return true;
      }
    }
    return false;
  }

  /** Lines whose values hold literals of the format, that were cut, or that follow no format. */
  private LineKind hard(byte[] b, int from, int to) {
    if (solve(b, from, to)) {
      return LineKind.ACCESS;
    }
    if (!onlyGiven && keyValues(b, from, to)) {
      return LineKind.ACCESS;
    }
    if (cut(b, from, to)) {
      return LineKind.CUT_OFF;
    }
    if (!onlyGiven && loose.read(b, from, to, record)) {
      return LineKind.ACCESS;
    }
    boolean blank = true;
    for (int i = from; i < to && blank; i++) {
      blank = b[i] == ' ' || b[i] == '\t';
    }
    return blank ? LineKind.BLANK : LineKind.OTHER_TEXT;
  }

  private boolean solve(byte[] b, int from, int to) {
    for (TextMatcher matcher : matchers) {
      clear(b, false);
      TextSolver.Outcome outcome = solver.solve(matcher, b, from, to, record);
      if (outcome != TextSolver.Outcome.NONE) {
        boolean several = outcome == TextSolver.Outcome.SEVERAL;
        record.format(matcher.format(), several || matcher.repeats(b, from, to));
        return true;
      }
    }
    return false;
  }

  private boolean cut(byte[] b, int from, int to) {
    for (TextMatcher matcher : matchers) {
      clear(b, false);
      if (matcher.matchCut(b, from, to, record) >= 1) {
        record.format(matcher.format(), false);
        return true;
      }
    }
    clear(b, false);
    return false;
  }

  private LineKind object(byte[] b, int from, int to, int layers) {
    objectFrom = from;
    objectTo = to;
    record.clear(b, true);
    wrapping.applyWithoutTime(record);
    boolean whole = json.scan(b, from, to, record);
    if (whole && json.isOdd()) {
      LineKind kind = odd(b, from, to, layers);
      if (kind != LineKind.OTHER_JSON) {
        return kind;
      }
      return object(b, from, to, layers, true);
    }
    return object(b, from, to, layers, whole);
  }

  private LineKind object(byte[] b, int from, int to, int layers, boolean whole) {
    if (whole && isAccess()) {
      if (!record.has(Field.START_TIME) && record.has(Field.LOG_TIME)) {
        record.set(Field.START_TIME, record.from(Field.LOG_TIME), record.to(Field.LOG_TIME));
      }
      wrapping.apply(record);
      return LineKind.ACCESS;
    }
    wrapping.apply(record);
    if (whole && json.innerFrom() >= 0 && layers > 0) {
      boolean levelled = json.hasLevel();
      LineKind inner = inside(b, json.innerFrom(), json.innerTo(), layers);
      return levelled && inner.notUnderstood() ? LineKind.APPLICATION_LOG : inner;
    }
    if (whole) {
      return json.hasLevel() ? LineKind.APPLICATION_LOG : odd(b, from, to, layers);
    }
    return notJson(b, from, to);
  }

  /** JSON that needs more than a scan; {@code OTHER_JSON} if even that does not help. */
  private LineKind odd(byte[] b, int from, int to, int layers) {
    Gathered values = gathered();
    if (!OddJson.read(b, from, to, values)) {
      return LineKind.OTHER_JSON;
    }
    if (values.isAccess()) {
      copies.take(values, true);
      return LineKind.ACCESS;
    }
    if (values.line().isEmpty() || layers == 0) {
      return LineKind.OTHER_JSON;
    }
    wrapping.peeled(Envelope.JSON);
    wrapping.apply(record);
    copies.of(values.line().getBytes(StandardCharsets.UTF_8), values.lineAt(), to);
    return copied(layers);
  }

  private LineKind copied(int layers) {
    return read(copies.bytes(), 0, copies.end(), layers - 1);
  }

  /** An empty one, made when first needed. */
  private Gathered gathered() {
    Gathered values = gathered;
    if (values == null) {
      values = new Gathered(keys);
      gathered = values;
    }
    values.clear();
    return values;
  }

  private boolean keyValues(byte[] b, int from, int to) {
    if (Bytes.find(b, from, to, Bytes.pattern('=')) < 0) {
      return false;
    }
    Gathered values = gathered();
    if (!KeyValueLine.read(b, from, to, values) || !values.isAccess()) {
      return false;
    }
    clear(b, false);
    copies.take(values, false);
    return true;
  }

  /** Text formats that look like JSON, and JSON that was cut. */
  private LineKind notJson(byte[] b, int from, int to) {
    boolean cut = json.readTo() > from + 1 && b[to - 1] != '}';
    if (match(b, from, to)) {
      return LineKind.ACCESS;
    }
    LineKind kind = hard(b, from, to);
    if (kind == LineKind.ACCESS) {
      return kind;
    }
    clear(b, true);
    json.scan(b, from, to, record);
    return cut && (isAccess() || kind == LineKind.CUT_OFF)
        ? LineKind.CUT_OFF
        : LineKind.BROKEN_JSON;
  }

  private boolean isAccess() {
    return record.has(Field.RESPONSE_CODE)
        || record.has(Field.RESPONSE_FLAGS)
        || record.has(Field.RESPONSE_CODE_DETAILS)
        || record.has(Field.STATUS_DETAILS)
        || record.lacks(Field.RESPONSE_FLAGS)
            && record.has(Field.DURATION)
            && record.has(Field.BYTES_SENT);
  }

  /** A line inside a JSON string. */
  private LineKind inside(byte[] b, int from, int to, int layers) {
    wrapping.peeled(Envelope.JSON);
    copies.unescape(b, from, to);
    return copied(layers);
  }

  private void clear(byte[] b, boolean isJson) {
    record.clear(b, isJson);
    if (!wrapping.isEmpty()) {
      wrapping.apply(record);
    }
  }
}

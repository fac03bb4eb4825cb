package dev.whyvoy.core.record;

import java.util.ArrayList;
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
  private final JsonScanner json;
  private final JsonKeys keys;
  private @Nullable Gathered gathered;
  private int likely;
  private int objectFrom;
  private int objectTo;
  private boolean tracking;
  private int @Nullable [] origin;

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
    origin = null;
    return read(bytes, from, to, MAX_LAYERS);
  }

  /** Reads a JSON object whose quotes are escaped, as when it was copied out of a JSON string. */
  LineKind readEscaped(byte[] bytes, int from, int to) {
    wrapping.clear();
    origin = null;
    clear(bytes, false);
    return inside(bytes, from, to, MAX_LAYERS);
  }

  /** What stood around the last line, outermost not always first. */
  List<Envelope> envelopes() {
    return Stream.of(Envelope.values()).filter(wrapping::has).toList();
  }

  /** The JSON object that the last line was, or held. */
  byte[] jsonLine() {
    return java.util.Arrays.copyOfRange(record.bytes(), objectFrom, objectTo);
  }

  /** Makes the reader keep where the bytes of records come from; see {@link #origin}. */
  LineReader tracking() {
    tracking = true;
    return this;
  }

  /**
   * Where a byte of the last record stands in the line that was given.
   *
   * @param at place in the record's bytes
   */
  int origin(int at) {
    int[] map = origin;
    return map == null ? at : at < map.length ? map[at] : map[map.length - 1];
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
        return withoutColours(b, from, to, layers);
      }
      int hash = RubyHash.find(b, from, to);
      if (hash > from) {
        return hash(b, hash, to, layers);
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
      take(values, true);
      return LineKind.ACCESS;
    }
    if (values.line().isEmpty() || layers == 0) {
      return LineKind.OTHER_JSON;
    }
    wrapping.peeled(Envelope.JSON);
    wrapping.apply(record);
    byte[] line = values.line().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] copy =
        java.util.Arrays.copyOf(line, line.length + 2 * Bytes.PADDING + wrapping.size(record));
    int[] places = tracking ? new int[copy.length] : null;
    for (int i = 0; places != null && i < line.length; i++) {
      places[i] = Math.min(to - 1, values.lineAt() + i);
    }
    wrapping.carry(record, copy, line.length + Bytes.PADDING);
    moved(places, line.length, to);
    return read(copy, 0, line.length, layers - 1);
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
    take(values, false);
    return true;
  }

  /** Makes what was gathered the record. */
  private void take(Gathered values, boolean isJson) {
    wrapping.apply(record);
    byte[] copy = new byte[values.size() + 2 * Bytes.PADDING + wrapping.size(record)];
    byte[] before = record.bytes();
    wrapping.carry(record, copy, values.size() + Bytes.PADDING);
    int[] places = tracking ? new int[copy.length] : null;
    record.clear(copy, false);
    int end = values.write(copy, record, places);
    if (!record.has(Field.START_TIME) && record.has(Field.LOG_TIME)) {
      record.set(Field.START_TIME, record.from(Field.LOG_TIME), record.to(Field.LOG_TIME));
    }
    wrapping.apply(record);
    record.format(values.format(isJson), false);
    moved(places, end, before.length - Bytes.PADDING);
  }

  /** What Fluent Bit shows of a record. */
  private LineKind hash(byte[] b, int from, int to, int layers) {
    clear(b, false);
    wrapping.peeled(Envelope.FLUENT_BIT);
    byte[] copy = new byte[to - from + 2 * Bytes.PADDING + wrapping.size(record)];
    int[] places = tracking ? new int[copy.length] : null;
    int end = RubyHash.write(b, from, to - 1, copy, places);
    wrapping.carry(record, copy, end + Bytes.PADDING);
    moved(places, end, to);
    return read(copy, 0, end, layers - 1);
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

  /** A line inside a JSON string: unescaped into a copy that also takes what the wrapper said. */
  private LineKind inside(byte[] b, int from, int to, int layers) {
    wrapping.peeled(Envelope.JSON);
    int room = to - from;
    byte[] copy = new byte[room + Bytes.PADDING + wrapping.size(record) + Bytes.PADDING];
    int[] places = tracking ? new int[copy.length] : null;
    int end = JsonText.unescape(b, from, to, copy, 0, places);
    wrapping.carry(record, copy, end + Bytes.PADDING);
    moved(places, end, to);
    return read(copy, 0, end, layers - 1);
  }

  /** Notes where the bytes of a copy come from; what the wrapper said is not followed. */
  private void moved(int @Nullable [] from, int end, int to) {
    if (from != null) {
      java.util.Arrays.fill(from, end, from.length, to);
      for (int i = 0; i < from.length; i++) {
        from[i] = origin(from[i]);
      }
      origin = from;
    }
  }

  private LineKind withoutColours(byte[] b, int from, int to, int layers) {
    wrapping.peeled(Envelope.COLOURS);
    clear(b, false);
    byte[] copy = new byte[to - from + 2 * Bytes.PADDING + wrapping.size(record)];
    int[] places = tracking ? new int[copy.length] : null;
    int end = 0;
    for (int i = from; i < to; i++) {
      if (b[i] == 0x1b && i + 1 < to && b[i + 1] == '[') {
        i += 2;
        while (i < to && (b[i] < '@' || b[i] > '~')) {
          i++;
        }
      } else if (b[i] != 0x1b) {
        if (places != null) {
          places[end] = i;
        }
        copy[end++] = b[i];
      }
    }
    wrapping.carry(record, copy, end + Bytes.PADDING);
    moved(places, end, to);
    return read(copy, 0, end, layers - 1);
  }

  private void clear(byte[] b, boolean isJson) {
    record.clear(b, isJson);
    if (!wrapping.isEmpty()) {
      wrapping.apply(record);
    }
  }
}

package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a log holds: groups of like records, where they concentrate, when, and where every line
 * went.
 *
 * <p>Memory is bounded, whatever is added; what a bound gave up is said by {@link #grain}, {@link
 * #foldedFamilies}, {@link Tally#exact} and {@link HostCounts#tooMany}. Lines may be added and
 * summaries merged in any order: the result is the same to the byte. Not safe for several threads.
 */
public final class Summary {
  /** Of this layout; to be raised with every change of what {@link #toBytes} writes. */
  private static final int MAGIC = 0x57595633;

  private static final int MINUTES = 2880;
  private static final int HOSTS = 8192;
  private static final int UNREAD_SAMPLES = 5;
  private static final int UNREAD_LONGEST = 1024;
  private static final long SEED = 0x632BE59BD9B4E019L;

  private final List<Field> by;
  private final Accounting accounting;
  private final Groups groups;
  private final Series traffic;
  private final Series failures;
  private final HostCounts hosts;
  private final Crowd crowd;
  private final Map<LineKind, Sample> unread = new EnumMap<>(LineKind.class);
  private final ComponentLog components = new ComponentLog();
  private final LinesById requests = new LinesById();
  private final LinesById connections = new LinesById();
  private final SignatureCache<Group> cache;
  private int cacheMoves;

  /**
   * An empty summary.
   *
   * @param by fields that records are grouped by in addition
   */
  public Summary(List<Field> by) {
    this(by, Groups.Bounds.USUAL);
  }

  Summary(List<Field> by, Groups.Bounds bounds) {
    this(
        by,
        new Accounting(),
        new Groups(bounds),
        new Series(MINUTES),
        new Series(MINUTES),
        new HostCounts(HOSTS),
        new Crowd());
  }

  private Summary(
      List<Field> by,
      Accounting accounting,
      Groups groups,
      Series traffic,
      Series failures,
      HostCounts hosts,
      Crowd crowd) {
    this.by = List.copyOf(by);
    this.accounting = accounting;
    this.groups = groups;
    this.traffic = traffic;
    this.failures = failures;
    this.hosts = hosts;
    this.crowd = crowd;
    this.cache = new SignatureCache<>(this.by);
  }

  /**
   * Adds a line as {@code reader} just read it.
   *
   * @param filter which records count
   */
  public void add(LineKind kind, LineReader reader, Filter filter, byte[] line, int from, int to) {
    accounting.kind(kind);
    if (reader.partial()) {
      accounting.split();
    }
    if (kind == LineKind.ACCESS) {
      AccessRecord record = reader.record();
      long time = record.time();
      if (filter.accepts(record, time)) {
        add(record, time, line, from, to);
      } else {
        accounting.filteredOut();
      }
    } else if (kind == LineKind.APPLICATION_LOG) {
      if (components.add(line, from, to)) {
        long connection = ComponentLog.connection(line, from, to);
        if (connection >= 0) {
          connections.addConnection(connection, line, from, to);
        }
      }
    } else if (kind.notUnderstood()) {
      unread
          .computeIfAbsent(kind, key -> new Sample(UNREAD_SAMPLES, UNREAD_LONGEST))
          .add(Bytes.finish(Bytes.hash(SEED, line, from, to)), line, from, to);
    }
  }

  /** Notes that the line just added was longer than allowed, and was cut. */
  public void cut() {
    accounting.cut();
  }

  private void add(AccessRecord record, long time, byte[] line, int from, int to) {
    int traits = Traits.of(record);
    Group group = cache.find(record, traits);
    if (group == null) {
      group = groups.of(Signature.of(record, traits, by));
      if (cacheMoves != groups.moves()) {
        cacheMoves = groups.moves();
        cache.clear();
        cache.find(record, traits);
      }
      cache.put(group);
    }
    boolean healthy = group.healthy();
    long duration = record.number(Field.DURATION, -1);
    accounting.record(healthy);
    group.add(duration, time);
    if (record.has(Field.UPSTREAM_HOST)) {
      hosts.add(
          record.bytes(),
          record.from(Field.UPSTREAM_HOST),
          record.to(Field.UPSTREAM_HOST),
          !healthy,
          time);
    }
    if (time == AccessRecord.NO_TIME) {
      accounting.timeless();
    } else {
      traffic.add(time);
    }
    if (healthy) {
      crowd.add(record, time, line, from, to);
    }
    if (!healthy || record.ambiguous() || isLoose(record)) {
      addRare(group, record, duration, time, line, from, to);
    }
  }

  private void addRare(
      Group group, AccessRecord record, long duration, long time, byte[] line, int from, int to) {
    if (record.ambiguous()) {
      accounting.readAmbiguously();
    }
    if (isLoose(record)) {
      accounting.readLoosely();
    }
    Detail detail = group.detail().orElse(null);
    if (detail != null) {
      addIds(record, line, from, to);
      long key = key(record, line, from, to);
      group.addFailure(key, record, time, line, from, to);
      detail.add(record, key, duration, time, line, from, to);
      if (time != AccessRecord.NO_TIME) {
        failures.add(time);
      }
    }
  }

  private void addIds(AccessRecord record, byte[] line, int from, int to) {
    if (record.has(Field.REQUEST_ID)) {
      int id = record.from(Field.REQUEST_ID);
      requests.addRequest(record.bytes(), id, record.to(Field.REQUEST_ID), line, from, to);
    } else {
      // What could not be read as a request has no id: the connection tells who sent it.
      addEnds(
          record, Field.DOWNSTREAM_REMOTE_ADDRESS, Field.DOWNSTREAM_LOCAL_ADDRESS, line, from, to);
    }
    if (record.has(Field.RESPONSE_FLAGS)) {
      addEnds(record, Field.UPSTREAM_LOCAL_ADDRESS, Field.UPSTREAM_HOST, line, from, to);
    }
    if (record.has(Field.CONNECTION_ID)) {
      connections.addConnection(record.number(Field.CONNECTION_ID, 0), line, from, to);
    }
  }

  private void addEnds(AccessRecord record, Field one, Field other, byte[] line, int from, int to) {
    if (record.has(one) && record.has(other)) {
      requests.addEnds(
          record.bytes(),
          record.from(one),
          record.to(one),
          record.from(other),
          record.to(other),
          new LinesById.Line(line, from, to));
    }
  }

  private static boolean isLoose(AccessRecord record) {
    return record.format() == null && !record.json();
  }

  /** A hash of what makes a record one of its own. */
  private static long key(AccessRecord record, byte[] line, int from, int to) {
    if (!record.has(Field.START_TIME) || !record.has(Field.REQUEST_ID)) {
      return Bytes.finish(Bytes.hash(SEED, line, from, to));
    }
    byte[] b = record.bytes();
    long h = Bytes.hash(SEED, b, record.from(Field.REQUEST_ID), record.to(Field.REQUEST_ID));
    h = Bytes.hash(h, b, record.from(Field.START_TIME), record.to(Field.START_TIME));
    return Bytes.finish(h);
  }

  /**
   * Adds all that {@code other} holds; {@code other} stays as it is.
   *
   * @throws IllegalArgumentException if the two are grouped by different fields
   */
  public void merge(Summary other) {
    if (!by.equals(other.by)) {
      throw new IllegalArgumentException("grouped by " + by + " and by " + other.by);
    }
    accounting.merge(other.accounting);
    groups.merge(other.groups);
    traffic.merge(other.traffic);
    failures.merge(other.failures);
    hosts.merge(other.hosts);
    crowd.merge(other.crowd);
    components.merge(other.components);
    requests.merge(other.requests);
    connections.merge(other.connections);
    other.unread.forEach(
        (kind, sample) ->
            unread
                .computeIfAbsent(kind, key -> new Sample(UNREAD_SAMPLES, UNREAD_LONGEST))
                .merge(sample));
  }

  /** The fields that records are grouped by in addition. */
  public List<Field> by() {
    return by;
  }

  /** Where every line went. */
  public Accounting accounting() {
    return accounting;
  }

  /** All groups, in the order of their signatures. */
  public Collection<Group> groups() {
    return groups.all();
  }

  /** How much of the signatures was kept of all groups. */
  public Grain grain() {
    return groups.grain();
  }

  /** How many kinds of failure had too many messages or clusters to keep them apart. */
  public long foldedFamilies() {
    return groups.foldedFamilies();
  }

  /** Records over time. */
  public Series traffic() {
    return traffic;
  }

  /** Failures over time. */
  public Series failures() {
    return failures;
  }

  /** Records and failures of each upstream host. */
  public HostCounts hosts() {
    return hosts;
  }

  /** Lines of healthy records as they were read, chosen fairly: all of them in a small log. */
  public List<String> healthyLines() {
    return crowd.lines();
  }

  /** What Envoy's own log says about failures. */
  public ComponentLog components() {
    return components;
  }

  /** Failing records by request id: what two proxies logged of one request comes together. */
  public LinesById requests() {
    return requests;
  }

  /** Failing records and lines of Envoy's own log by the number of the downstream connection. */
  public LinesById connections() {
    return connections;
  }

  /** For each kind of line that was not understood, a few of them. */
  public Map<LineKind, List<String>> notUnderstood() {
    Map<LineKind, List<String>> all = new EnumMap<>(LineKind.class);
    unread.forEach(
        (kind, sample) ->
            all.put(
                kind,
                sample.values().stream()
                    .map(line -> new String(line, StandardCharsets.UTF_8))
                    .toList()));
    return all;
  }

  /** The serialised form; equal for equal content. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(by.size());
      for (Field field : by) {
        Wire.text(out, field.key());
      }
      accounting.write(out);
      traffic.write(out);
      failures.write(out);
      hosts.write(out);
      crowd.write(out);
      components.write(out);
      requests.write(out);
      connections.write(out);
      out.writeInt(unread.size());
      for (Map.Entry<LineKind, Sample> entry : unread.entrySet()) {
        out.writeInt(entry.getKey().ordinal());
        entry.getValue().write(out);
      }
      groups.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The summary that {@link #toBytes} wrote.
   *
   * @throws IOException if the bytes are none
   */
  public static Summary fromBytes(byte[] bytes) throws IOException {
    return fromBytes(bytes, Groups.Bounds.USUAL);
  }

  static Summary fromBytes(byte[] bytes, Groups.Bounds bounds) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    layout(in.readInt());
    List<Field> by = new ArrayList<>();
    int size = Wire.size(in, Field.COUNT);
    for (int i = 0; i < size; i++) {
      by.add(field(Field.of(Wire.text(in))));
    }
    Accounting accounting = Accounting.read(in);
    Series traffic = Series.read(in, MINUTES);
    Series failures = Series.read(in, MINUTES);
    HostCounts hosts = HostCounts.read(in, HOSTS);
    Crowd crowd = Crowd.read(in);
    ComponentLog components = ComponentLog.read(in);
    LinesById requests = LinesById.read(in);
    LinesById connections = LinesById.read(in);
    Map<LineKind, Sample> unread = new EnumMap<>(LineKind.class);
    int kinds = Wire.size(in, LineKind.values().length);
    for (int i = 0; i < kinds; i++) {
      LineKind kind = LineKind.values()[Wire.ordinal(in, LineKind.values().length)];
      unread.put(kind, Sample.read(in, UNREAD_SAMPLES, UNREAD_LONGEST));
    }
    Groups groups = Groups.read(in, bounds);
    Summary summary = new Summary(by, accounting, groups, traffic, failures, hosts, crowd);
    summary.unread.putAll(unread);
    summary.components.merge(components);
    summary.requests.merge(requests);
    summary.connections.merge(connections);
    return summary;
  }

  private static void layout(int magic) throws IOException {
    if (magic != MAGIC) {
      boolean related = magic >>> 8 == MAGIC >>> 8;
      throw new IOException(
          related
              ? "a summary of another release of whyvoy (layout "
                  + (char) (magic & 0xff)
                  + ", this one reads "
                  + (char) (MAGIC & 0xff)
                  + "): summarize the logs again"
              : "not a summary");
    }
  }

  private static Field field(@Nullable Field field) throws IOException {
    if (field == null) {
      throw new IOException("not a summary of this release: unknown field");
    }
    return field;
  }
}

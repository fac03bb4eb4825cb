package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a log holds: groups of like records, where they concentrate, when, and where every line
 * went. A {@link Recorder} fills it.
 *
 * <p>Memory is bounded, whatever is added; what a bound gave up is said by {@link #grain}, {@link
 * #foldedFamilies}, {@link Tally#exact} and {@link HostCounts#tooMany}. Lines may be added and
 * summaries merged in any order: the result is the same to the byte. Not safe for several threads.
 */
public final class Summary {
  /** Of this layout; to be raised with every change of what {@link #toBytes} writes. */
  private static final int MAGIC = 0x57595635;

  private final Parts parts;

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
        new Parts(
            by,
            new Accounting(),
            Course.byMinute(Parts.MINUTES),
            Course.bySecond(Parts.PACES),
            Course.byMinute(Parts.MINUTES),
            new HostCounts(Parts.HOSTS),
            new Crowd(),
            new ComponentLog(),
            new LinesById(),
            new LinesById(),
            new Unread(),
            new Groups(bounds)));
  }

  /**
   * An empty summary that has its samples in common with this one, so that they are there only
   * once. The two may be filled by different threads, and be merged.
   */
  Summary sharing() {
    Parts p = parts;
    return new Summary(
        new Parts(
            p.by,
            new Accounting(),
            Course.byMinute(Parts.MINUTES),
            Course.bySecond(Parts.PACES),
            Course.byMinute(Parts.MINUTES),
            new HostCounts(Parts.HOSTS),
            p.crowd,
            new ComponentLog(),
            p.requests,
            p.connections,
            new Unread(),
            new Groups(p.groups.bounds())));
  }

  private Summary(Parts parts) {
    this.parts = parts;
  }

  /** What a summary consists of; see its methods of the same names. */
  record Parts(
      List<Field> by,
      Accounting accounting,
      Course traffic,
      Course pace,
      Course failures,
      HostCounts hosts,
      Crowd crowd,
      ComponentLog components,
      LinesById requests,
      LinesById connections,
      Unread unread,
      Groups groups) {
    private static final int MINUTES = 2880;
    private static final int PACES = 1024;
    private static final int HOSTS = 8192;

    Parts {
      by = List.copyOf(by);
    }

    private void write(DataOutputStream out) throws IOException {
      out.writeInt(by.size());
      for (Field field : by) {
        Wire.text(out, field.key());
      }
      accounting.write(out);
      traffic.write(out);
      pace.write(out);
      failures.write(out);
      hosts.write(out);
      crowd.write(out);
      components.write(out);
      requests.write(out);
      connections.write(out);
      unread.write(out);
      groups.write(out);
    }

    private static Parts read(DataInputStream in, Groups.Bounds bounds) throws IOException {
      List<Field> by = new ArrayList<>();
      int size = Wire.size(in, Field.COUNT);
      for (int i = 0; i < size; i++) {
        by.add(field(Field.of(Wire.text(in))));
      }
      return new Parts(
          by,
          Accounting.read(in),
          Course.byMinute(MINUTES).read(in),
          Course.bySecond(PACES).read(in),
          Course.byMinute(MINUTES).read(in),
          HostCounts.read(in, HOSTS),
          Crowd.read(in),
          ComponentLog.read(in),
          LinesById.read(in),
          LinesById.read(in),
          Unread.read(in),
          Groups.read(in, bounds));
    }

    private static Field field(@Nullable Field field) throws IOException {
      if (field == null) {
        throw new IOException("not a summary of this release: unknown field");
      }
      return field;
    }
  }

  Parts parts() {
    return parts;
  }

  /**
   * Adds all that {@code other} holds; {@code other} stays as it is.
   *
   * @throws IllegalArgumentException if the two are grouped by different fields
   */
  public void merge(Summary other) {
    if (!by().equals(other.by())) {
      throw new IllegalArgumentException("grouped by " + by() + " and by " + other.by());
    }
    Parts its = other.parts;
    parts.accounting.merge(its.accounting);
    parts.groups.merge(its.groups);
    parts.traffic.merge(its.traffic);
    parts.pace.merge(its.pace);
    parts.failures.merge(its.failures);
    parts.hosts.merge(its.hosts);
    parts.components.merge(its.components);
    if (parts.crowd != its.crowd) {
      parts.crowd.merge(its.crowd);
      parts.requests.merge(its.requests);
      parts.connections.merge(its.connections);
    }
    parts.unread.merge(its.unread);
  }

  /** The fields that records are grouped by in addition. */
  public List<Field> by() {
    return parts.by;
  }

  /** Where every line went. */
  public Accounting accounting() {
    return parts.accounting;
  }

  /** All groups, in the order of their signatures. */
  public Collection<Group> groups() {
    return parts.groups.all();
  }

  /** How much of the signatures was kept of all groups. */
  public Grain grain() {
    return parts.groups.grain();
  }

  /** How many kinds of failure had too many messages or clusters to keep them apart. */
  public long foldedFamilies() {
    return parts.groups.foldedFamilies();
  }

  /** Records over time. */
  public Course traffic() {
    return parts.traffic;
  }

  /** Records over time, in a short log by the second. */
  public Course pace() {
    return parts.pace;
  }

  /** Failures over time. */
  public Course failures() {
    return parts.failures;
  }

  /** Records and failures of each upstream host. */
  public HostCounts hosts() {
    return parts.hosts;
  }

  /** Lines of healthy records as they were read, chosen fairly: all of them in a small log. */
  public List<String> healthyLines() {
    return parts.crowd.lines();
  }

  /** What Envoy's own log says about failures. */
  public ComponentLog components() {
    return parts.components;
  }

  /** Failing records by request id: what two proxies logged of one request comes together. */
  public LinesById requests() {
    return parts.requests;
  }

  /** Failing records and lines of Envoy's own log by the number of the downstream connection. */
  public LinesById connections() {
    return parts.connections;
  }

  /** For each kind of line that was not understood, a few of them. */
  public Map<LineKind, List<String>> notUnderstood() {
    return parts.unread.lines();
  }

  /** The serialised form; equal for equal content. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      parts.write(out);
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
    return new Summary(Parts.read(in, bounds));
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
}

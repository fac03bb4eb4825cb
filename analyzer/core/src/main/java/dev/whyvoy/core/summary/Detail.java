package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is kept about one failing message: where, when, how long, and what such lines look like. */
public final class Detail {
  /** Lines kept as samples. */
  public static final int SAMPLES = 3;

  /** Bytes of a sample line that are kept. */
  private static final int LONGEST_LINE = 8 * 1024;

  private static final int DISTINCT = 64;
  private static final int SAMPLED = 64;
  private static final int BUCKETS = 256;

  /** Fields whose most frequent values are kept. */
  private static final List<Field> PLACES =
      List.of(
          Field.UPSTREAM_HOST,
          Field.PATH,
          Field.AUTHORITY,
          Field.DOWNSTREAM_REMOTE_ADDRESS,
          Field.USER_AGENT,
          Field.POD,
          Field.SOURCE_WORKLOAD,
          Field.DESTINATION_WORKLOAD);

  private static final int[] ORDINALS = PLACES.stream().mapToInt(Field::ordinal).toArray();
  private static final int HOST = PLACES.indexOf(Field.UPSTREAM_HOST);
  private static final int PATH = PLACES.indexOf(Field.PATH);
  private static final int CLIENT = PLACES.indexOf(Field.DOWNSTREAM_REMOTE_ADDRESS);

  private final Signature message;
  private final Tally[] places;
  private final Classes classes;
  private final Course series;
  private final Sample lines;
  private final byte[] path = new byte[256 + Bytes.PADDING];

  Detail(Signature message) {
    this(
        message,
        PLACES.stream().map(field -> new Tally(DISTINCT, SAMPLED)).toArray(Tally[]::new),
        new Classes(),
        Course.byMinute(BUCKETS),
        new Sample(SAMPLES, LONGEST_LINE));
  }

  private Detail(Signature message, Tally[] places, Classes classes, Course series, Sample lines) {
    this.message = message;
    this.places = places;
    this.classes = classes;
    this.series = series;
    this.lines = lines;
  }

  /**
   * Adds a record, read from the range of {@code line}.
   *
   * @param host the {@link Tally#hash} of the upstream host, if there is one
   */
  void add(
      AccessRecord record,
      long key,
      long host,
      long duration,
      long time,
      byte[] line,
      int from,
      int to) {
    classes.add(record, duration);
    if (time != AccessRecord.NO_TIME) {
      series.add(time);
    }
    lines.add(key, line, from, to);
    byte[] b = record.bytes();
    for (int i = 0; i < ORDINALS.length; i++) {
      int field = ORDINALS[i];
      if (record.has(field)) {
        int start = record.from(field);
        int end = start + record.length(field);
        if (i == HOST) {
          places[i].add(key, host, b, start, end);
        } else if (i == PATH) {
          places[i].add(key, path, 0, PathShape.of(b, start, end, path));
        } else {
          places[i].add(key, b, start, i == CLIENT ? withoutPort(b, start, end) : end);
        }
      }
    }
  }

  private static int withoutPort(byte[] b, int from, int to) {
    for (int i = to - 1; i > from; i--) {
      if (b[i] == ':') {
        return i;
      }
      if (b[i] < '0' || b[i] > '9') {
        return to;
      }
    }
    return to;
  }

  void merge(Detail other) {
    for (int i = 0; i < places.length; i++) {
      places[i].merge(other.places[i]);
    }
    classes.merge(other.classes);
    series.merge(other.series);
    lines.merge(other.lines);
  }

  /** The signature without cluster. */
  public Signature message() {
    return message;
  }

  /**
   * The most frequent values of a field.
   *
   * @param field upstream host, path (without query, its ids as {@code *}), authority, downstream
   *     remote address (without port), user agent, pod, or workload at either end
   * @throws IllegalArgumentException for any other field
   */
  public Tally place(Field field) {
    int at = PLACES.indexOf(field);
    if (at < 0) {
      throw new IllegalArgumentException("not kept: " + field);
    }
    return places[at];
  }

  /** The fields that {@link #place} knows. */
  public static List<Field> places() {
    return PLACES;
  }

  /** How many records fall into each class of what follows from them. */
  public Classes classes() {
    return classes;
  }

  /** Records over time. */
  public Course series() {
    return series;
  }

  /** A few lines as they were read, chosen fairly; the first stands for all. */
  public List<String> lines() {
    return lines.values().stream().map(line -> new String(line, StandardCharsets.UTF_8)).toList();
  }

  void write(DataOutput out) throws IOException {
    message.write(out);
    for (Tally place : places) {
      place.write(out);
    }
    classes.write(out);
    series.write(out);
    lines.write(out);
  }

  static Detail read(DataInput in) throws IOException {
    Signature message = Signature.read(in);
    Tally[] places = new Tally[PLACES.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = Tally.read(in, DISTINCT, SAMPLED);
    }
    return new Detail(
        message,
        places,
        Classes.read(in),
        Course.byMinute(BUCKETS).read(in),
        Sample.read(in, SAMPLES, LONGEST_LINE));
  }
}

package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
          Field.POD);

  private final Signature message;
  private final Map<Field, Tally> places = new LinkedHashMap<>();
  private final Classes classes;
  private final Series series;
  private final Sample lines;
  private final byte[] path = new byte[256 + Bytes.PADDING];

  Detail(Signature message) {
    this(message, new Classes(), new Series(BUCKETS), new Sample(SAMPLES, LONGEST_LINE));
    PLACES.forEach(field -> places.put(field, new Tally(DISTINCT, SAMPLED)));
  }

  private Detail(Signature message, Classes classes, Series series, Sample lines) {
    this.message = message;
    this.classes = classes;
    this.series = series;
    this.lines = lines;
  }

  /** Adds a record, read from the range of {@code line}. */
  void add(AccessRecord record, long key, long duration, long time, byte[] line, int from, int to) {
    classes.add(record, duration);
    if (time != AccessRecord.NO_TIME) {
      series.add(time);
    }
    lines.add(key, line, from, to);
    byte[] b = record.bytes();
    for (Map.Entry<Field, Tally> place : places.entrySet()) {
      Field field = place.getKey();
      if (record.has(field)) {
        int start = record.from(field);
        int end = record.to(field);
        switch (field) {
          case PATH -> place.getValue().add(key, path, 0, PathShape.of(b, start, end, path));
          case DOWNSTREAM_REMOTE_ADDRESS ->
              place.getValue().add(key, b, start, withoutPort(b, start, end));
          default -> place.getValue().add(key, b, start, end);
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
    places.forEach((field, tally) -> tally.merge(other.place(field)));
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
   *     remote address (without port), user agent or pod
   * @throws IllegalArgumentException for any other field
   */
  public Tally place(Field field) {
    Tally tally = places.get(field);
    if (tally == null) {
      throw new IllegalArgumentException("not kept: " + field);
    }
    return tally;
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
  public Series series() {
    return series;
  }

  /** A few lines as they were read, chosen fairly; the first stands for all. */
  public List<String> lines() {
    return lines.values().stream().map(line -> new String(line, StandardCharsets.UTF_8)).toList();
  }

  void write(DataOutput out) throws IOException {
    message.write(out);
    for (Field field : PLACES) {
      place(field).write(out);
    }
    classes.write(out);
    series.write(out);
    lines.write(out);
  }

  static Detail read(DataInput in) throws IOException {
    Signature message = Signature.read(in);
    Map<Field, Tally> places = new LinkedHashMap<>();
    for (Field field : PLACES) {
      places.put(field, Tally.read(in, DISTINCT, SAMPLED));
    }
    Detail detail =
        new Detail(
            message,
            Classes.read(in),
            Series.read(in, BUCKETS),
            Sample.read(in, SAMPLES, LONGEST_LINE));
    detail.places.putAll(places);
    return detail;
  }
}

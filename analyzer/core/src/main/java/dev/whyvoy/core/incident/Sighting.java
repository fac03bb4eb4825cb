package dev.whyvoy.core.incident;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One record of a sample. Its fields are taken apart when one is asked for. */
final class Sighting {
  private final String line;
  private final long time;
  private final double weight;
  private final String cluster;
  private final String host;
  private final @Nullable LineReader reader;
  private @Nullable Map<Field, String> fields;

  /** A record whose fields are known. */
  Sighting(String line, long time, double weight, Map<Field, String> fields) {
    this(
        line,
        time,
        weight,
        value(fields, Field.UPSTREAM_CLUSTER),
        value(fields, Field.UPSTREAM_HOST),
        null);
    this.fields = fields;
  }

  private Sighting(
      String line,
      long time,
      double weight,
      String cluster,
      String host,
      @Nullable LineReader reader) {
    this.line = line;
    this.time = time;
    this.weight = weight;
    this.cluster = cluster;
    this.host = host;
    this.reader = reader;
  }

  /** Reads sampled lines; those that cannot be read again are left out. */
  static List<Sighting> read(List<String> lines, long records, LineReader reader) {
    List<Sighting> sightings = new ArrayList<>();
    double weight = records / (double) Math.max(1, lines.size());
    for (String line : lines) {
      if (read(line, reader)) {
        AccessRecord record = reader.record();
        sightings.add(
            new Sighting(
                line,
                record.time(),
                weight,
                Objects.requireNonNullElse(record.text(Field.UPSTREAM_CLUSTER), ""),
                Objects.requireNonNullElse(record.text(Field.UPSTREAM_HOST), ""),
                reader));
      }
    }
    return sightings;
  }

  private static boolean read(String line, LineReader reader) {
    byte[] bytes = Bytes.padded(line);
    return reader.read(bytes, 0, bytes.length - Bytes.PADDING) == LineKind.ACCESS;
  }

  /** As it was read. */
  String line() {
    return line;
  }

  /** In ms since 1970, or {@link AccessRecord#NO_TIME}. */
  long time() {
    return time;
  }

  /** How many records it stands for. */
  double weight() {
    return weight;
  }

  /** As logged; a dash where Envoy had nothing. */
  Map<Field, String> fields() {
    Map<Field, String> known = fields;
    if (known == null) {
      known = reader != null && read(line, reader) ? reader.record().fields() : Map.of();
      fields = known;
    }
    return known;
  }

  /** The text of a field, or empty. */
  String text(Field field) {
    return value(fields(), field);
  }

  private static String value(Map<Field, String> fields, Field field) {
    String text = fields.getOrDefault(field, "");
    return text.equals("-") ? "" : text;
  }

  String cluster() {
    return cluster;
  }

  /** The upstream host; empty if none was chosen. */
  String host() {
    return host;
  }

  boolean hasTime() {
    return time != AccessRecord.NO_TIME;
  }

  static double weight(List<Sighting> sightings) {
    return sightings.stream().mapToDouble(Sighting::weight).sum();
  }
}

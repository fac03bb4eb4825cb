package dev.whyvoy.core.incident;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One record of a sample.
 *
 * @param line as it was read
 * @param time in ms since 1970, or {@link AccessRecord#NO_TIME}
 * @param weight how many records it stands for
 * @param fields as logged; a dash where Envoy had nothing
 */
record Sighting(String line, long time, double weight, Map<Field, String> fields) {

  /** Reads sampled lines; those that cannot be read again are left out. */
  static List<Sighting> read(List<String> lines, long records, LineReader reader) {
    List<Sighting> sightings = new ArrayList<>();
    double weight = records / (double) Math.max(1, lines.size());
    for (String line : lines) {
      byte[] bytes = Bytes.padded(line);
      if (reader.read(bytes, 0, bytes.length - Bytes.PADDING) == LineKind.ACCESS) {
        AccessRecord record = reader.record();
        sightings.add(new Sighting(line, record.time(), weight, record.fields()));
      }
    }
    return sightings;
  }

  /** The text of a field, or empty. */
  String text(Field field) {
    String text = fields.getOrDefault(field, "");
    return text.equals("-") ? "" : text;
  }

  String cluster() {
    return text(Field.UPSTREAM_CLUSTER);
  }

  boolean hasTime() {
    return time != AccessRecord.NO_TIME;
  }

  static double weight(List<Sighting> sightings) {
    return sightings.stream().mapToDouble(Sighting::weight).sum();
  }
}

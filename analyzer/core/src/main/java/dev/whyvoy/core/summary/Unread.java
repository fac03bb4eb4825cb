package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.LineKind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A few of the lines that were not understood, of each kind, chosen fairly. */
final class Unread {
  private static final int SAMPLES = 5;
  private static final int LONGEST = 1024;
  private static final long SEED = 0x632BE59BD9B4E019L;

  private final Map<LineKind, Sample> samples = new EnumMap<>(LineKind.class);

  void add(LineKind kind, byte[] line, int from, int to) {
    of(kind).add(Bytes.finish(Bytes.hash(SEED, line, from, to)), line, from, to);
  }

  private Sample of(LineKind kind) {
    return samples.computeIfAbsent(kind, key -> new Sample(SAMPLES, LONGEST));
  }

  void merge(Unread other) {
    other.samples.forEach((kind, sample) -> of(kind).merge(sample));
  }

  Map<LineKind, List<String>> lines() {
    Map<LineKind, List<String>> all = new EnumMap<>(LineKind.class);
    samples.forEach(
        (kind, sample) ->
            all.put(
                kind,
                sample.values().stream()
                    .map(line -> new String(line, StandardCharsets.UTF_8))
                    .toList()));
    return all;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(samples.size());
    for (Map.Entry<LineKind, Sample> entry : samples.entrySet()) {
      out.writeInt(entry.getKey().ordinal());
      entry.getValue().write(out);
    }
  }

  static Unread read(DataInput in) throws IOException {
    Unread unread = new Unread();
    int kinds = Wire.size(in, LineKind.values().length);
    for (int i = 0; i < kinds; i++) {
      LineKind kind = LineKind.values()[Wire.ordinal(in, LineKind.values().length)];
      unread.samples.put(kind, Sample.read(in, SAMPLES, LONGEST));
    }
    return unread;
  }
}

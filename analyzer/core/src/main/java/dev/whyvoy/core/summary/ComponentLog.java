package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.Bytes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Envoy's own log says about failures: local replies with their details, and resets of
 * upstream streams with their reason. Bounded: of too many different messages those with the least
 * hashes are kept, so that order changes nothing; the rest is counted.
 */
public final class ComponentLog {
  /** Most different messages that are kept. */
  private static final int MOST = 256;

  /** Lines kept of each message, to be told apart by time and connection. */
  private static final int SAMPLES = 8;

  private static final int LONGEST = 512;
  private static final long SEED = 0x51A7E5_10C1L;
  private static final List<byte[]> CONNECTION =
      List.of(Bytes.latin1("[C"), Bytes.latin1("ConnectionId"));

  private final TreeMap<Key, Value> entries = new TreeMap<>();
  private long others;

  /** What a line tells. */
  public enum Event {
    /** {@code Sending local reply with details ...}, by FilterManager. */
    LOCAL_REPLY("Sending local reply with details "),
    /** {@code upstream reset: reset reason: ..., transport failure reason: ...}, by the router. */
    UPSTREAM_RESET("upstream reset: reset reason: ");

    private final byte[] pattern;

    Event(String text) {
      this.pattern = Bytes.latin1(text);
    }
  }

  /**
   * A message.
   *
   * @param text details or reason, values replaced
   * @param count lines that say it
   * @param samples some of them, chosen fairly; at least one
   */
  public record Entry(Event event, String text, long count, List<String> samples) {
    public Entry {
      samples = List.copyOf(samples);
    }

    /** One of the lines. */
    public String sample() {
      return samples.get(0);
    }
  }

  private record Key(long hash, Event event, String text) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparingLong(Key::hash)
          .thenComparing(Key::event)
          .thenComparing(Key::text)
          .compare(this, other);
    }
  }

  private static final class Value {
    private long count;
    private final Sample sample;

    Value(Sample sample) {
      this.sample = sample;
    }
  }

  /** Adds a line of a component log, if it tells of a failure; whether it does. */
  boolean add(byte[] line, int from, int to) {
    for (Event event : Event.values()) {
      int at = Bytes.indexOf(line, from, to, event.pattern);
      if (at >= 0) {
        int start = at + event.pattern.length;
        int end = end(line, start, to);
        String said = new String(line, start, end - start, StandardCharsets.UTF_8).strip();
        if (!said.isEmpty()) {
          add(event, Canonical.message(said), line, from, to);
        }
        return true;
      }
    }
    return false;
  }

  /**
   * The number of the downstream connection that a line names, as {@code [C12]} or {@code
   * "ConnectionId":"12"}; -1 if it names none.
   */
  static long connection(byte[] line, int from, int to) {
    for (byte[] name : CONNECTION) {
      int at = Bytes.indexOf(line, from, to, name);
      int end = at + name.length;
      while (at >= 0 && end < to && (line[end] == '"' || line[end] == '\\' || line[end] == ':')) {
        end++;
      }
      long number = -1;
      int digits = 0;
      for (; at >= 0 && end < to && Bytes.isDigit(line[end]) && digits < 18; end++, digits++) {
        number = Math.max(0, number) * 10 + line[end] - '0';
      }
      if (number >= 0) {
        return number;
      }
    }
    return -1;
  }

  /** One past the message: at the end of the line, a tab, or the end of a string around it. */
  private static int end(byte[] line, int from, int to) {
    int end = from;
    while (end < to && end - from < LONGEST && line[end] != '\t' && line[end] != '"') {
      if (line[end] == '\\' && end + 1 < to) {
        break;
      }
      end++;
    }
    return end;
  }

  private void add(Event event, String text, byte[] line, int from, int to) {
    Value value = value(new Key(hash(event, text), event, text));
    value.count++;
    value.sample.add(Bytes.finish(Bytes.hash(SEED, line, from, to)), line, from, to);
    bound();
  }

  private static long hash(Event event, String text) {
    byte[] bytes = Bytes.padded(text);
    return Bytes.finish(Bytes.hash(SEED + event.ordinal(), bytes, 0, bytes.length - Bytes.PADDING));
  }

  private Value value(Key key) {
    return entries.computeIfAbsent(key, k -> new Value(new Sample(SAMPLES, LONGEST)));
  }

  private void bound() {
    while (entries.size() > MOST) {
      others += entries.pollLastEntry().getValue().count;
    }
  }

  void merge(ComponentLog other) {
    others += other.others;
    other.entries.forEach(
        (key, value) -> {
          Value mine = value(key);
          mine.count += value.count;
          mine.sample.merge(value.sample);
        });
    bound();
  }

  /** Every message that was kept, the most frequent first. */
  public List<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    entries.forEach(
        (key, value) ->
            all.add(
                new Entry(
                    key.event,
                    key.text,
                    value.count,
                    value.sample.values().stream()
                        .map(line -> new String(line, StandardCharsets.UTF_8))
                        .toList())));
    all.sort(
        Comparator.comparingLong(Entry::count)
            .reversed()
            .thenComparing(Entry::event)
            .thenComparing(Entry::text));
    return all;
  }

  /** Lines whose message was one too many. */
  public long others() {
    return others;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(others);
    out.writeInt(entries.size());
    for (Map.Entry<Key, Value> entry : entries.entrySet()) {
      out.writeInt(entry.getKey().event.ordinal());
      Wire.text(out, entry.getKey().text);
      out.writeLong(entry.getValue().count);
      entry.getValue().sample.write(out);
    }
  }

  static ComponentLog read(DataInput in) throws IOException {
    ComponentLog log = new ComponentLog();
    log.others = in.readLong();
    int size = Wire.size(in, MOST);
    for (int i = 0; i < size; i++) {
      Event event = Event.values()[Wire.ordinal(in, Event.values().length)];
      String text = Wire.text(in);
      Value value = new Value(new Sample(SAMPLES, LONGEST));
      value.count = in.readLong();
      value.sample.merge(Sample.read(in, SAMPLES, LONGEST));
      log.entries.put(new Key(hash(event, text), event, text), value);
    }
    return log;
  }
}

package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lines that name an id, kept so that those which name the same one come together: a request at two
 * proxies, or a connection in the access log and in Envoy's own log. Of too many ids those with the
 * smallest hashes are kept, with all of their lines up to a few: a fair sample of the requests,
 * whatever the order. What is not kept is counted. Lines may be added by several threads.
 */
public final class LinesById {
  private static final int IDS = 1024;
  private static final int LINES = 4;
  private static final int LONGEST = 1536;

  /** Shorter ids are numbers of something that many have. */
  private static final int SHORTEST_ID = 8;

  private static final long SEED = 0x1D_11E5L;

  /** Hash of an id, in unsigned order, to the hashes of its lines with them. */
  private final TreeMap<Long, TreeMap<Long, byte[]>> byId = new TreeMap<>(Long::compareUnsigned);

  private final LongAdder added = new LongAdder();

  /** Ids above this one cannot get in, as unsigned numbers; it only falls. */
  private volatile long limit = -1;

  LinesById() {}

  /** Adds a record by what two proxies would log of it: its request id, or its connections. */
  void add(AccessRecord record, byte[] line, int from, int to) {
    if (record.has(Field.REQUEST_ID)) {
      if (record.length(Field.REQUEST_ID) >= SHORTEST_ID) {
        add(Bytes.finish(hash(SEED, record, Field.REQUEST_ID)), line, from, to);
      }
    } else {
      // What could not be read as a request has no id: the connection tells who sent it.
      addEnds(
          record, Field.DOWNSTREAM_REMOTE_ADDRESS, Field.DOWNSTREAM_LOCAL_ADDRESS, line, from, to);
    }
    if (record.has(Field.RESPONSE_FLAGS)) {
      addEnds(record, Field.UPSTREAM_LOCAL_ADDRESS, Field.UPSTREAM_HOST, line, from, to);
    }
  }

  private void addEnds(AccessRecord record, Field one, Field other, byte[] line, int from, int to) {
    if (record.has(one) && record.has(other)) {
      long hash = hash(SEED + 1, record, one);
      add(Bytes.finish(hash(hash, record, other)), line, from, to);
    }
  }

  private static long hash(long hash, AccessRecord record, Field field) {
    return Bytes.hash(hash, record.bytes(), record.from(field), record.to(field));
  }

  /** Adds a line that names a connection by its number. */
  void addConnection(long number, byte[] line, int from, int to) {
    add(Bytes.finish(SEED + number), line, from, to);
  }

  private void add(long id, byte[] line, int from, int to) {
    added.increment();
    if (Long.compareUnsigned(id, limit) <= 0) {
      keep(id, line, from, to);
    }
  }

  private synchronized void keep(long id, byte[] line, int from, int to) {
    int end = Math.min(to, from + LONGEST);
    long hash = Bytes.finish(Bytes.hash(SEED, line, from, to));
    TreeMap<Long, byte[]> lines = byId.computeIfAbsent(id, key -> new TreeMap<>());
    if (!lines.containsKey(hash)) {
      lines.put(hash, Arrays.copyOfRange(line, from, end));
    }
    bound(lines);
  }

  private void bound(TreeMap<Long, byte[]> lines) {
    while (lines.size() > LINES) {
      lines.pollLastEntry();
    }
    while (byId.size() > IDS) {
      byId.pollLastEntry();
    }
    if (byId.size() == IDS) {
      limit = byId.lastKey();
    }
  }

  void merge(LinesById other) {
    added.add(other.added.sum());
    other.byId.forEach(
        (id, lines) -> {
          if (Long.compareUnsigned(id, limit) <= 0) {
            TreeMap<Long, byte[]> mine = byId.computeIfAbsent(id, key -> new TreeMap<>());
            lines.forEach(mine::putIfAbsent);
            bound(mine);
          }
        });
  }

  /** The lines of each id that has two or more, in an order that depends on nothing else. */
  public List<List<String>> together() {
    List<List<String>> all = new ArrayList<>();
    for (TreeMap<Long, byte[]> lines : byId.values()) {
      if (lines.size() > 1) {
        all.add(lines.values().stream().map(b -> new String(b, StandardCharsets.UTF_8)).toList());
      }
    }
    return all;
  }

  /** Lines that name an id, kept or not. */
  public long added() {
    return added.sum();
  }

  /** Lines that were one too many, or are there twice. */
  public long notKept() {
    return added.sum() - byId.values().stream().mapToLong(TreeMap::size).sum();
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(added.sum());
    out.writeInt(byId.size());
    for (Map.Entry<Long, TreeMap<Long, byte[]>> entry : byId.entrySet()) {
      out.writeLong(entry.getKey());
      out.writeInt(entry.getValue().size());
      for (Map.Entry<Long, byte[]> line : entry.getValue().entrySet()) {
        out.writeLong(line.getKey());
        out.writeInt(line.getValue().length);
        out.write(line.getValue());
      }
    }
  }

  static LinesById read(DataInput in) throws IOException {
    LinesById lines = new LinesById();
    lines.added.add(in.readLong());
    int ids = Wire.size(in, IDS);
    for (int i = 0; i < ids; i++) {
      TreeMap<Long, byte[]> of = new TreeMap<>();
      lines.byId.put(in.readLong(), of);
      int size = Wire.size(in, LINES);
      for (int k = 0; k < size; k++) {
        of.put(in.readLong(), Wire.bytes(in, LONGEST));
      }
      lines.bound(of);
    }
    return lines;
  }
}

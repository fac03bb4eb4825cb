package dev.whyvoy.core.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The keys met so far, each with what it means and the key that followed it last time.
 *
 * <p>An entry stands for a key within one parent object, as written with its quotes and colon. It
 * never changes, except for the guess which key comes next. Bounded: keys beyond the bound are
 * looked up anew each time.
 */
final class KeyTable {
  /** The entry that stands before the first key of a line, and for the outermost object. */
  static final int ROOT = 0;

  /** The entry lent to keys that have none of their own; what is inside them is not read. */
  static final int OUTSIDE = 1;

  private static final int MAX_ENTRIES = 1024;
  private static final int MAX_KEY = 64;
  private static final int WORDS = MAX_KEY / 8;
  private static final int BUCKETS = 4 * MAX_ENTRIES;

  private final JsonKeys keys;
  private final short[] bucket = new short[BUCKETS];
  private long[] words = new long[64 * WORDS];
  private long[] mask = new long[64];
  private int[] length = new int[64];
  private int[] parent = new int[64];
  private int[] meaning = new int[64];
  private int[] next = new int[64];
  private String[] path = new String[64];

  private int entries = 2;
  private boolean full;

  KeyTable(JsonKeys keys) {
    this.keys = keys;
    Arrays.fill(path, "");
    parent[OUTSIDE] = -1;
  }

  int meaning(int entry) {
    return meaning[entry];
  }

  /** Whether a key found no room since the table was last emptied. */
  boolean isFull() {
    return full;
  }

  /** Forgets all keys: logs may hold more different ones than there is room for. */
  void clear() {
    Arrays.fill(bucket, (short) 0);
    Arrays.fill(next, ROOT);
    entries = 2;
    full = false;
  }

  /** Length of the key with its quotes and colon. */
  int length(int entry) {
    return length[entry];
  }

  /** The entry of the object that holds the key. */
  int parent(int entry) {
    return parent[entry];
  }

  /** The key that is likely to follow, or {@link #ROOT} if there is no guess. */
  int next(int entry) {
    return next[entry];
  }

  void follows(int entry, int follower) {
    next[entry] = follower;
  }

  /** Whether the key of {@code entry}, within {@code open}, stands at {@code at}. */
  boolean isAt(int entry, int open, byte[] b, int at, int to) {
    int n = length[entry];
    if (n == 0 || parent[entry] != open || at + n > to) {
      return false;
    }
    int word = entry * WORDS;
    int i = 0;
    for (; i + 8 < n; i += 8) {
      if (Bytes.word(b, at + i) != words[word++]) {
        return false;
      }
    }
    return (Bytes.word(b, at + i) & mask[entry]) == words[word];
  }

  /**
   * The entry of the key written at {@code at}, made if it is new.
   *
   * @param end the key's closing quote
   * @param behind one past its colon
   */
  int find(int open, byte[] b, int at, int end, int behind, int to) {
    int n = behind - at;
    if (n > MAX_KEY) {
      return outside(open, b, at, end, n);
    }
    int slot = (int) Bytes.finish(Bytes.hash(open, b, at, behind)) & BUCKETS - 1;
    while (bucket[slot] != 0) {
      int entry = bucket[slot];
      if (length[entry] == n && isAt(entry, open, b, at, to)) {
        return entry;
      }
      slot = slot + 1 & BUCKETS - 1;
    }
    if (entries == MAX_ENTRIES) {
      full = true;
      return outside(open, b, at, end, n);
    }
    if (entries == length.length) {
      grow();
    }
    int entry = entries++;
    bucket[slot] = (short) entry;
    fill(entry, open, b, at, end, n);
    return entry;
  }

  private int outside(int open, byte[] b, int at, int end, int n) {
    fill(OUTSIDE, open, b, at, end, n);
    length[OUTSIDE] = 0;
    return OUTSIDE;
  }

  private void fill(int entry, int open, byte[] b, int at, int end, int n) {
    String parents = path[open];
    String key = JsonKeys.plain(new String(b, at + 1, end - at - 1, StandardCharsets.ISO_8859_1));
    parent[entry] = open;
    path[entry] = parents.isEmpty() ? key : parents + "." + key;
    meaning[entry] = keys.find(parents, key);
    length[entry] = n;
    if (n <= MAX_KEY) {
      int whole = (n - 1) / 8;
      for (int i = 0; i <= whole; i++) {
        words[entry * WORDS + i] = Bytes.word(b, at + 8 * i);
      }
      int rest = n - 8 * whole;
      mask[entry] = rest == 8 ? -1 : (1L << 8 * rest) - 1;
      words[entry * WORDS + whole] &= mask[entry];
    }
  }

  private void grow() {
    int size = Math.min(MAX_ENTRIES, 2 * length.length);
    words = Arrays.copyOf(words, size * WORDS);
    mask = Arrays.copyOf(mask, size);
    length = Arrays.copyOf(length, size);
    parent = Arrays.copyOf(parent, size);
    meaning = Arrays.copyOf(meaning, size);
    next = Arrays.copyOf(next, size);
    path = Arrays.copyOf(path, size);
  }
}

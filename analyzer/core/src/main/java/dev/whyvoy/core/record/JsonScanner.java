package dev.whyvoy.core.record;

/**
 * Reads the fields of a JSON object that is written on one line.
 *
 * <p>Lines of one log repeat their keys, so the key expected next is compared as a whole before it
 * is looked up. What was expected never changes what is read.
 */
final class JsonScanner {
  private static final int MAX_DEPTH = 16;
  private static final long QUOTE = Bytes.pattern('"');

  private final KeyTable table;

  private int innerFrom;
  private int innerTo;
  private boolean level;
  private boolean odd;
  private int readTo;
  private int behind = -1;

  JsonScanner(JsonKeys keys) {
    this.table = new KeyTable(keys);
  }

  /** Start of the text that may be a log line of its own, or -1. */
  int innerFrom() {
    return innerFrom;
  }

  /** One past the last byte of that text. */
  int innerTo() {
    return innerTo;
  }

  /** Whether the object has a key that application logs have. */
  boolean hasLevel() {
    return level;
  }

  /** Whether the object has a key that asks for {@link OddJson}. */
  boolean isOdd() {
    return odd;
  }

  /** How far the last object could be read. */
  int readTo() {
    return readTo;
  }

  /**
   * Reads the object that starts at {@code from}.
   *
   * @return whether the whole range is one object; if not, the fields up to {@link #readTo} are set
   */
  boolean scan(byte[] b, int from, int to, AccessRecord record) {
    boolean whole = scan(b, from, to, record, false);
    if (!table.isFull()) {
      return whole;
    }
    // Full of the keys of other lines: this one shall not depend on them.
    table.clear();
    whole = scan(b, from, to, record, true);
    if (table.isFull()) {
      table.clear();
    }
    return whole;
  }

  private boolean scan(byte[] b, int from, int to, AccessRecord record, boolean emptied) {
    innerFrom = -1;
    level = false;
    odd = false;
    behind = -1;
    int at = from + 1;
    int open = KeyTable.ROOT;
    int depth = 1;
    int before = KeyTable.ROOT;
    boolean empty = true;
    while (true) {
      readTo = at;
      if (b[at] <= ' ') {
        at = blanks(b, at, to);
      }
      if (at >= to) {
        return false;
      }
      if (!empty || b[at] != '}') {
        int key = table.next(before);
        if (!table.isAt(key, open, b, at, to)) {
          key = key(open, b, at, to);
          if (key < 0 || table.isFull() && !emptied) {
            return false;
          }
          table.follows(before, key);
        }
        before = key;
        at = behind < 0 ? at + table.length(key) : behind;
        behind = -1;
        if (b[at] <= ' ') {
          at = blanks(b, at, to);
        }
        if (at >= to) {
          return false;
        }
        if (b[at] == '{' && key != KeyTable.OUTSIDE) {
          if (++depth > MAX_DEPTH) {
            return false;
          }
          open = key;
          empty = true;
          at++;
          continue;
        }
        int means = table.meaning(key);
        at = b[at] == '"' ? string(b, at, to, means, record) : other(b, at, to, means, record);
        if (at < 0) {
          return false;
        }
        if (b[at] <= ' ') {
          at = blanks(b, at, to);
        }
      }
      empty = false;
      while (at < to && b[at] == '}') {
        at = blanks(b, at + 1, to);
        if (--depth == 0) {
          readTo = at;
          return at == to;
        }
        open = table.parent(open);
      }
      if (at >= to || b[at] != ',') {
        return false;
      }
      at++;
    }
  }

  /** The entry of a key that was not expected, or -1; {@link #behind} is then past its colon. */
  private int key(int open, byte[] b, int at, int to) {
    int end = b[at] == '"' ? stringEnd(b, at + 1, to) : -1;
    int colon = end < 0 ? -1 : blanks(b, end + 1, to);
    if (colon < 0 || colon >= to || b[colon] != ':') {
      return -1;
    }
    behind = colon + 1;
    return table.find(open, b, at, end, behind, to);
  }

  private static int blanks(byte[] b, int from, int to) {
    int at = from;
    while (at < to && (b[at] == ' ' || b[at] == '\t' || b[at] == '\n' || b[at] == '\r')) {
      at++;
    }
    return at;
  }

  private int string(byte[] b, int at, int to, int means, AccessRecord record) {
    int from = at + 1;
    int end = stringEnd(b, from, to);
    if (end < 0) {
      if (means >= 0 || means == JsonKeys.INNER) {
        value(from, to, b, means, record);
      }
      return -1;
    }
    if (means != JsonKeys.NONE) {
      value(from, end, b, means, record);
    }
    return end + 1;
  }

  private void value(int from, int end, byte[] b, int means, AccessRecord record) {
    if (means >= 0) {
      int n = end - from;
      if (n > 1 || n == 1 && b[from] != '-') {
        record.setFirst(means, from, end);
      } else {
        record.lack(means, from, end);
      }
    } else if (means == JsonKeys.INNER) {
      if (innerFrom < 0 || end - from > innerTo - innerFrom) {
        innerFrom = from;
        innerTo = end;
      }
    } else if (means == JsonKeys.LEVEL) {
      level = true;
    } else {
      odd = true;
    }
  }

  private static int stringEnd(byte[] b, int from, int to) {
    int end = Bytes.find(b, from, to, QUOTE);
    while (end > from && b[end - 1] == '\\') {
      int back = end - 1;
      while (back > from && b[back - 1] == '\\') {
        back--;
      }
      if ((end - back & 1) == 0) {
        return end;
      }
      end = Bytes.find(b, end + 1, to, QUOTE);
    }
    return end;
  }

  private static int other(byte[] b, int at, int to, int means, AccessRecord record) {
    if (b[at] == '[' || b[at] == '{') {
      return balanced(b, at, to);
    }
    int end = at;
    int dot = -1;
    for (; end < to; end++) {
      byte c = b[end];
      if (c == ',' || c == '}' || c == ' ' || c == ']' || c == '\t' || c == '\n' || c == '\r') {
        break;
      }
      if (c == '"' || c == '{' || c == '[') {
        return -1;
      }
      if (c == '.' && dot < 0) {
        dot = end;
      }
    }
    if (end == at) {
      return -1;
    }
    if (means >= 0) {
      if (b[at] == 'n') {
        record.lack(means, at, end);
      } else {
        record.setFirst(means, at, dot >= 0 && zeros(b, dot + 1, end) ? dot : end);
      }
    }
    return end;
  }

  private static boolean zeros(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] != '0') {
        return false;
      }
    }
    return true;
  }

  /** The place behind an array or object, whatever it holds; -1 if it does not end. */
  private static int balanced(byte[] b, int from, int to) {
    int depth = 0;
    for (int at = from; at < to; at++) {
      byte c = b[at];
      if (c == '"') {
        at = stringEnd(b, at + 1, to);
        if (at < 0) {
          return -1;
        }
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        if (--depth == 0) {
          return at + 1;
        }
      }
    }
    return -1;
  }
}

package dev.whyvoy.core.record;

import java.util.List;

/**
 * Reads lines of one text format.
 *
 * <p>Nothing in such a line is escaped, so a quote or a blank inside a value looks like the
 * literals around it. {@link #match} goes once from left to right and takes a line only if it can
 * be read in no other way; everything else is {@link TextSolver}'s.
 */
final class TextMatcher {
  private static final long NO_DIGITS_BELOW = 0x3030303030303030L;
  private static final long NO_DIGITS_ABOVE = 0x4646464646464646L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;
  private static final long BLANKS = Bytes.pattern(' ');
  private static final long QUOTES = Bytes.pattern('"');

  /** Numbers of {@link #steps} for each column. */
  private static final int STEP = 4;

  /** What a step says of its column: the kind of text below, the field above; -1 without one. */
  private static final int FIELD_SHIFT = 8;

  private static final int NOTHING_SPECIAL = 0;
  private static final int INTEGER = 1;
  private static final int CODE = 2;
  private static final int FLAGS = 3;
  private static final int PROTOCOL = 4;
  private static final int TIME = 5;

  private final LogFormat format;
  private final TextLayout layout;
  private final byte[] prefix;
  private final byte[] tail;
  private final int last;
  private final int[] literalLength;
  private final boolean simple;

  /**
   * For each column but the last: the first byte of the literal behind it eight times, the literal,
   * its mask, and what the column is; so laid out that a line runs through them from end to end.
   */
  private final long[] steps;

  private final int lastIs;

  TextMatcher(LogFormat format, TextLayout layout) {
    this.format = format;
    this.layout = layout;
    this.prefix = layout.prefix();
    List<Column> columns = layout.columns();
    this.last = columns.size() - 1;
    this.tail = columns.get(last).literal();
    this.literalLength = columns.stream().mapToInt(column -> column.literal().length).toArray();
    this.steps = new long[last * STEP];
    boolean allSimple = true;
    for (int c = 0; c < last; c++) {
      byte[] literal = columns.get(c).literal();
      allSimple &= literal.length > 0 && literal.length <= 8;
      if (literal.length > 0) {
        steps[c * STEP] = Bytes.pattern(literal[0]);
      }
      for (int k = 0; k < Math.min(8, literal.length); k++) {
        steps[c * STEP + 1] |= (literal[k] & 0xffL) << 8 * k;
        steps[c * STEP + 2] |= 0xffL << 8 * k;
      }
      steps[c * STEP + 3] = is(columns.get(c));
    }
    this.lastIs = is(columns.get(last));
    this.simple = allSimple;
  }

  private static int is(Column column) {
    int kind =
        switch (column.type()) {
          case INTEGER -> INTEGER;
          case CODE -> CODE;
          case FLAGS -> FLAGS;
          case PROTOCOL -> PROTOCOL;
          case TIME -> TIME;
          default -> NOTHING_SPECIAL;
        };
    Field field = column.field();
    return (field == null ? -1 : field.ordinal()) << FIELD_SHIFT | kind;
  }

  LogFormat format() {
    return format;
  }

  TextLayout layout() {
    return layout;
  }

  /**
   * Reads a line that has only one reading.
   *
   * @return whether it has; if not, {@code record} is left in disorder
   */
  boolean match(byte[] bytes, int from, int to, AccessRecord record) {
    if (!simple || !Bytes.startsWith(bytes, from, to, prefix)) {
      return false;
    }
    int at = from + prefix.length;
    for (int c = 0, step = 0; c < last; c++, step += STEP) {
      int end = columnEnd(bytes, at, to, step);
      if (end < 0) {
        return false;
      }
      int is = (int) steps[step + 3];
      int kind = is & (1 << FIELD_SHIFT) - 1;
      if (kind != NOTHING_SPECIAL && !fits(kind, bytes, at, end)) {
        return false;
      }
      record.put(is >> FIELD_SHIFT, at, end);
      at = end + literalLength[c];
    }
    if (at > to) {
      return false;
    }
    int end = to - tail.length;
    if (end < at || !Bytes.startsWith(bytes, end, to, tail) || !endsHere(bytes, at, end)) {
      return false;
    }
    record.put(lastIs >> FIELD_SHIFT, at, end);
    return true;
  }

  /** Where the literal of a column begins that starts at {@code at}; -1 if nowhere. */
  private int columnEnd(byte[] bytes, int at, int to, int step) {
    long pattern = steps[step];
    long literal = steps[step + 1];
    long mask = steps[step + 2];
    int end = at;
    while (end < to) {
      long x = Bytes.word(bytes, end) ^ pattern;
      long hit = (x - ONES) & ~x & HIGH;
      if (hit == 0) {
        end += 8;
        continue;
      }
      end += Bytes.first(hit);
      if (end >= to) {
        return -1;
      }
      if (((Bytes.word(bytes, end) ^ literal) & mask) == 0) {
        return end;
      }
      if (pattern == BLANKS) {
        return -1;
      }
      end++;
    }
    return -1;
  }

  /** Whether the last column holds nothing that could be a literal before it. */
  private boolean endsHere(byte[] bytes, int at, int end) {
    if (tail.length > 0 && tail[0] == '"') {
      return Bytes.find(bytes, at, end, QUOTES) < 0;
    }
    return Bytes.find(bytes, at, end, BLANKS) < 0
        && fits(lastIs & (1 << FIELD_SHIFT) - 1, bytes, at, end);
  }

  /** Whether the range holds the end of a record with the start of another right behind. */
  boolean repeats(byte[] bytes, int from, int to) {
    byte[] seam = new byte[tail.length + prefix.length];
    System.arraycopy(tail, 0, seam, 0, tail.length);
    System.arraycopy(prefix, 0, seam, tail.length, prefix.length);
    return tail.length > 0 && prefix.length > 0 && Bytes.indexOf(bytes, from, to, seam) >= 0;
  }

  static void put(AccessRecord record, int field, byte[] bytes, int at, int end) {
    int length = end - at;
    if (field >= 0) {
      if (length > 1 || length == 1 && bytes[at] != '-') {
        record.set(field, at, end);
      } else {
        record.lack(field, at, end);
      }
    }
  }

  /** Whether a column of this kind can hold the range. */
  private static boolean fits(int kind, byte[] bytes, int at, int end) {
    int length = end - at;
    return switch (kind) {
      case INTEGER -> length == 0 || digits(bytes, at, length) || isDash(bytes, at, length);
      case CODE -> length <= 3 && (length == 0 || digits(bytes, at, length));
      case FLAGS -> length == 0 || bytes[at] == '-' && length == 1 || isFlags(bytes, at, end);
      case PROTOCOL -> length <= 8 && (length <= 1 || bytes[at] == 'H');
      case TIME -> length > 0 && (Bytes.isDigit(bytes[at]) || isDash(bytes, at, length));
      default -> true;
    };
  }

  private static boolean isDash(byte[] bytes, int at, int length) {
    return length >= 1 && bytes[at] == '-' && (length == 1 || digits(bytes, at + 1, length - 1));
  }

  static boolean digits(byte[] bytes, int at, int length) {
    if (length > 8) {
      return length <= 20 && digits(bytes, at, 8) && digits(bytes, at + 8, length - 8);
    }
    long word = Bytes.word(bytes, at);
    if (length < 8) {
      word = word << 64 - 8 * length | NO_DIGITS_BELOW >>> 8 * length;
    }
    return length > 0 && ((word + NO_DIGITS_ABOVE | word - NO_DIGITS_BELOW) & HIGH) == 0;
  }

  static boolean isFlags(byte[] bytes, int at, int end) {
    for (int i = at; i < end; i++) {
      byte b = bytes[i];
      if (!Bytes.isUpper(b) && b != ',' && b != '_' && !Bytes.isDigit(b)) {
        return false;
      }
    }
    return end > at && Bytes.isUpper(bytes[at]);
  }

  /**
   * How many columns a line fills that was cut off in the middle.
   *
   * @return -1 if what is there does not fit the format
   */
  int matchCut(byte[] bytes, int from, int to, AccessRecord record) {
    int length = Math.min(prefix.length, to - from);
    for (int i = 0; i < length; i++) {
      if (bytes[from + i] != prefix[i]) {
        return -1;
      }
    }
    int at = from + prefix.length;
    for (int c = 0; c < last; c++) {
      int end = at < to ? Bytes.indexOf(bytes, at, to, layout.columns().get(c).literal()) : -1;
      if (end < 0) {
        return canGoOn(c, bytes, at, to) ? c : -1;
      }
      if (!fits(kind(c), bytes, at, end)) {
        return -1;
      }
      put(record, is(layout.columns().get(c)) >> FIELD_SHIFT, bytes, at, end);
      at = end + literalLength[c];
    }
    return last;
  }

  /** Whether the rest of a line may be the start of column {@code c}. */
  private boolean canGoOn(int c, byte[] bytes, int at, int to) {
    Column column = layout.columns().get(c);
    int blank = !column.blankFollows() || at >= to ? -1 : Bytes.find(bytes, at, to, BLANKS);
    boolean whole = column.type() == FieldType.INTEGER || column.type() == FieldType.CODE;
    return (blank < 0 || blank == to - 1)
        && (!whole || at >= to || fits(kind(c), bytes, at, blank < 0 ? to : blank));
  }

  private int kind(int c) {
    return is(layout.columns().get(c)) & (1 << FIELD_SHIFT) - 1;
  }
}

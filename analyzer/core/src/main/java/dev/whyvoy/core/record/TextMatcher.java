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

  private final LogFormat format;
  private final TextLayout layout;
  private final byte[] prefix;
  private final byte[] tail;
  private final int last;
  private final int[] field;
  private final FieldType[] type;
  private final long[] pattern;
  private final long[] literalWord;
  private final long[] literalMask;
  private final int[] literalLength;
  private final boolean[] goesOn;
  private final boolean simple;

  TextMatcher(LogFormat format, TextLayout layout) {
    this.format = format;
    this.layout = layout;
    this.prefix = layout.prefix();
    List<Column> columns = layout.columns();
    int n = columns.size();
    this.last = n - 1;
    this.tail = columns.get(last).literal();
    this.field = new int[n];
    this.type = new FieldType[n];
    this.pattern = new long[n];
    this.literalWord = new long[n];
    this.literalMask = new long[n];
    this.literalLength = new int[n];
    this.goesOn = new boolean[n];
    boolean allSimple = true;
    for (int i = 0; i < n; i++) {
      Column column = columns.get(i);
      byte[] literal = column.literal();
      Field of = column.field();
      field[i] = of == null ? -1 : of.ordinal();
      type[i] = column.type();
      literalLength[i] = literal.length;
      goesOn[i] = !column.blankFollows();
      allSimple &= literal.length > 0 && literal.length <= 8 || i == last;
      if (literal.length > 0) {
        pattern[i] = Bytes.pattern(literal[0]);
      }
      for (int k = 0; k < Math.min(8, literal.length); k++) {
        literalWord[i] |= (literal[k] & 0xffL) << 8 * k;
        literalMask[i] |= 0xffL << 8 * k;
      }
    }
    this.simple = allSimple;
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
    for (int c = 0; c < last; c++) {
      int end = Bytes.find(bytes, at, to, pattern[c]);
      if (end < 0) {
        return false;
      }
      while ((Bytes.word(bytes, end) & literalMask[c]) != literalWord[c]) {
        end = goesOn[c] ? Bytes.find(bytes, end + 1, to, pattern[c]) : -1;
        if (end < 0) {
          return false;
        }
      }
      if (!fits(type[c], bytes, at, end)) {
        return false;
      }
      put(record, field[c], bytes, at, end);
      at = end + literalLength[c];
    }
    if (at > to) {
      return false;
    }
    int end = to - tail.length;
    if (end < at || !Bytes.startsWith(bytes, end, to, tail) || !endsHere(bytes, at, end)) {
      return false;
    }
    put(record, field[last], bytes, at, end);
    return true;
  }

  /** Whether the last column holds nothing that could be a literal before it. */
  private boolean endsHere(byte[] bytes, int at, int end) {
    if (tail.length > 0 && tail[0] == '"') {
      return Bytes.find(bytes, at, end, Bytes.pattern('"')) < 0;
    }
    return Bytes.find(bytes, at, end, Bytes.pattern(' ')) < 0 && fits(type[last], bytes, at, end);
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

  /** Whether a column of this type can hold the range; only types that tell formats apart. */
  private static boolean fits(FieldType type, byte[] bytes, int at, int end) {
    int length = end - at;
    return switch (type) {
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
      if (!fits(type[c], bytes, at, end)) {
        return -1;
      }
      put(record, field[c], bytes, at, end);
      at = end + literalLength[c];
    }
    return last;
  }

  /** Whether the rest of a line may be the start of column {@code c}. */
  private boolean canGoOn(int c, byte[] bytes, int at, int to) {
    int blank = goesOn[c] || at >= to ? -1 : Bytes.find(bytes, at, to, Bytes.pattern(' '));
    boolean whole = type[c] == FieldType.INTEGER || type[c] == FieldType.CODE;
    return (blank < 0 || blank == to - 1)
        && (!whole || at >= to || fits(type[c], bytes, at, blank < 0 ? to : blank));
  }
}

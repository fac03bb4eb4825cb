package dev.whyvoy.core.record;

import java.util.Arrays;
import java.util.List;

/**
 * Reads lines whose values hold what looks like a literal of the format: of all ways to lay the
 * columns over the line, the one that asks for the fewest odd values.
 *
 * <p>The work is bounded; a line that needs more is not read.
 */
final class TextSolver {
  /** How a line could be read. */
  enum Outcome {
    NONE,
    ONE,
    /** Several readings are equally good; the first of them is taken. */
    SEVERAL
  }

  private static final int MAX_LENGTH = 32 * 1024;

  /** Bytes that may be looked at for a line however short, and more for each of its bytes. */
  private static final long LOOKS = 128 << 10;

  private static final long LOOKS_PER_BYTE = 256;

  /** What a step costs whatever it looks at, in bytes. */
  private static final int STEP = 4;

  private static final int UNKNOWN = -1;
  private static final int IMPOSSIBLE = Integer.MAX_VALUE / 2;

  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private int width;
  private long looks;
  private long most;
  private List<Column> columns = List.of();
  private int[] cost = new int[0];
  private int[] end = new int[0];
  private boolean[] tie = new boolean[0];

  /** Reads the range as a line of {@code matcher}'s format into {@code record}. */
  Outcome solve(TextMatcher matcher, byte[] line, int lineFrom, int lineTo, AccessRecord record) {
    TextLayout layout = matcher.layout();
    if (lineTo - lineFrom > MAX_LENGTH
        || !Bytes.startsWith(line, lineFrom, lineTo, layout.prefix())) {
      return Outcome.NONE;
    }
    bytes = line;
    from = lineFrom;
    to = lineTo;
    width = lineTo - lineFrom + 1;
    looks = 0;
    most = LOOKS + LOOKS_PER_BYTE * width;
    columns = layout.columns();
    int cells = width * columns.size();
    if (cost.length < cells) {
      cost = new int[cells];
      end = new int[cells];
      tie = new boolean[cells];
    }
    Arrays.fill(cost, 0, cells, UNKNOWN);
    int start = lineFrom + layout.prefix().length;
    if (best(0, start) >= IMPOSSIBLE || looks > most) {
      return Outcome.NONE;
    }
    return put(start, record) ? Outcome.SEVERAL : Outcome.ONE;
  }

  private boolean put(int start, AccessRecord record) {
    boolean several = false;
    int at = start;
    for (int c = 0; c < columns.size(); c++) {
      int cell = c * width + at - from;
      int stop = end[cell];
      several |= tie[cell];
      Column column = columns.get(c);
      if (column.field() != null) {
        TextMatcher.put(record, column.field().ordinal(), bytes, at, stop);
      }
      at = stop + column.literal().length;
    }
    return several;
  }

  /** The least cost of laying columns {@code c} and later over the line from {@code at} on. */
  private int best(int c, int at) {
    int cell = c * width + at - from;
    if (cost[cell] != UNKNOWN) {
      return cost[cell];
    }
    Column column = columns.get(c);
    byte[] literal = column.literal();
    int least = IMPOSSIBLE;
    int where = at;
    boolean several = false;
    boolean lastColumn = c == columns.size() - 1;
    int next = lastColumn ? to - literal.length : at;
    while (next >= at && next <= to && looks <= most) {
      int stop = literal.length == 0 ? next : Bytes.indexOf(bytes, next, to, literal);
      looks += STEP + (stop < 0 ? to : stop) - at;
      if (stop < 0) {
        break;
      }
      int own = Oddity.of(column, bytes, at, stop);
      if (own >= IMPOSSIBLE && literal.length > 0 && Oddity.growsHopeless(column)) {
        break;
      }
      int rest = own >= IMPOSSIBLE ? 0 : lastColumn ? 0 : best(c + 1, stop + literal.length);
      int sum = Math.min(IMPOSSIBLE, own + rest);
      if (sum < least) {
        least = sum;
        where = stop;
        several = false;
      } else if (sum == least && sum < IMPOSSIBLE) {
        several = true;
      }
      if (lastColumn) {
        break;
      }
      next = stop + 1;
    }
    cost[cell] = least;
    end[cell] = where;
    tie[cell] = several;
    return least;
  }
}

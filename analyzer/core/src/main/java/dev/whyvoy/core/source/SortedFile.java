package dev.whyvoy.core.source;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A log whose lines are in the order in which requests ended, more or less, as Envoy writes them:
 * what is before a time can be passed over unread.
 *
 * <p>The place is found by halving, and then checked: every record just before it and at many other
 * places before it has to be too early. If one is not, nothing is passed over. A record starts
 * before it ends, so none that starts late enough stands before the place.
 */
final class SortedFile implements AutoCloseable {
  /** How far lines may be out of order, in ms: workers write in turns, each when it likes. */
  private static final long SLACK = 5 * 60_000L;

  /** Bytes looked at in one place. */
  private static final int PLACE = 16 << 10;

  private static final int CHECKS = 64;
  private static final int NEIGHBOURS = 256 << 10;

  private final FileChannel channel;
  private final LineReader reader;
  private final long size;

  SortedFile(Path path, LineReader reader) throws IOException {
    this.channel = FileChannel.open(path, StandardOpenOption.READ);
    this.reader = reader;
    this.size = channel.size();
  }

  /** A place at the start of a line before which no record starts at {@code since} or later. */
  long start(long since) throws IOException {
    long early = since - SLACK;
    long low = 0;
    long high = size;
    while (high - low > PLACE) {
      long middle = low + (high - low) / 2;
      long latest = latest(middle, PLACE);
      if (latest == AccessRecord.NO_TIME) {
        return 0;
      }
      if (latest < early) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low > 0 && isEarly(low, early) ? lineStart(low) : 0;
  }

  private boolean isEarly(long end, long early) throws IOException {
    for (int i = 0; i < CHECKS; i++) {
      if (latest(end / CHECKS * i, PLACE) >= early) {
        return false;
      }
    }
    long near = Math.max(0, end - NEIGHBOURS);
    return latest(near, (int) (end - near)) < early;
  }

  /** The latest end of a record in the lines that start in the range; NO_TIME if there is none. */
  private long latest(long from, int length) throws IOException {
    byte[] bytes = new byte[length + Bytes.PADDING];
    int have = channel.read(ByteBuffer.wrap(bytes, 0, length), from);
    int at = from == 0 ? 0 : Bytes.newline(bytes, 0, have) + 1;
    long latest = AccessRecord.NO_TIME;
    while (at < have) {
      int end = Bytes.newline(bytes, at, have);
      boolean whole = end < have || from + have == size;
      if (whole && reader.read(bytes, at, end) == LineKind.ACCESS) {
        long time = reader.record().time();
        long duration = Math.max(0, reader.record().number(Field.DURATION, 0));
        latest = time == AccessRecord.NO_TIME ? latest : Math.max(latest, time + duration);
      }
      at = end + 1;
    }
    return latest;
  }

  private long lineStart(long from) throws IOException {
    byte[] bytes = new byte[PLACE + Bytes.PADDING];
    int have = channel.read(ByteBuffer.wrap(bytes, 0, PLACE), from);
    int newline = Bytes.newline(bytes, 0, have);
    return newline == have ? 0 : from + newline + 1;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

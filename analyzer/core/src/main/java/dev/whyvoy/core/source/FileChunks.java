package dev.whyvoy.core.source;

import dev.whyvoy.core.record.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** A regular file, cut into chunks that any worker may take; a line belongs to where it starts. */
final class FileChunks implements Chunks {
  /** Bytes read beyond a chunk at first, to reach the end of its last line. */
  private static final int BEYOND = 4096;

  private final FileChannel channel;
  private final long size;
  private final Limits limits;
  private final int input;
  private final LongAdder read;
  private final AtomicLong cursor = new AtomicLong();
  private volatile boolean shrunk;

  FileChunks(Path path, int input, Limits limits, LongAdder read) throws IOException {
    this.channel = FileChannel.open(path, StandardOpenOption.READ);
    this.size = channel.size();
    this.limits = limits;
    this.input = input;
    this.read = read;
  }

  /** Leaves out what is before a place, which starts a line; to be called before all else. */
  void startAt(long place) {
    cursor.set(place);
  }

  @Override
  public boolean shared() {
    return true;
  }

  @Override
  public boolean next(Block block) throws IOException {
    while (true) {
      long start = cursor.getAndAdd(limits.chunk());
      if (start >= size) {
        return false;
      }
      if (fill(block, start, (int) Math.min(limits.chunk(), size - start))) {
        return true;
      }
    }
  }

  /** Reads the lines that start in a chunk; false if none does. */
  private boolean fill(Block block, long start, int length) throws IOException {
    read.add(length);
    long first = Math.max(0, start - 1);
    int lead = (int) (start - first);
    int wanted = lead + length + Math.min(BEYOND, limits.line() + 1);
    block.ensure(wanted, 0);
    int have = read(block, 0, wanted, first);
    if (have < lead + length) {
      shrunk = true;
    }
    int end = Math.min(have, lead + length);
    int from = 0;
    if (start > 0) {
      from = Bytes.newline(block.bytes, 0, end) + 1;
      if (from >= end) {
        return false;
      }
    }
    block.from = from;
    block.to = lastLineEnd(block, first, from, end, have);
    block.input = input;
    block.seal();
    return block.to > from;
  }

  /**
   * One past the newline of the last line that starts before {@code end}, reading on if need be.
   */
  private int lastLineEnd(Block block, long first, int from, int end, int have) throws IOException {
    if (end > 0 && block.bytes[end - 1] == '\n') {
      return end;
    }
    int lastStart = Math.max(from, Bytes.lastNewline(block.bytes, from, end) + 1);
    int most = lastStart + limits.line() + 1;
    int searched = end;
    int filled = have;
    while (true) {
      int stop = Math.min(filled, most);
      int newline = Bytes.newline(block.bytes, searched, stop);
      if (newline < stop) {
        return newline + 1;
      }
      if (stop == most) {
        return most;
      }
      int more = Math.min(Math.max(BEYOND, filled - lastStart), most - filled);
      block.ensure(filled + more, filled);
      int got = read(block, filled, more, first + filled);
      if (got == 0) {
        return filled;
      }
      searched = filled;
      filled += got;
    }
  }

  private int read(Block block, int at, int length, long position) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(block.bytes, at, length);
    long from = position;
    while (buffer.hasRemaining()) {
      int got = channel.read(buffer, from);
      if (got < 0) {
        break;
      }
      from += got;
    }
    return buffer.position() - at;
  }

  /** Fails if the file was no longer what it had been, when all that was there is handed out. */
  @Override
  public void close() throws IOException {
    channel.close();
    if (shrunk) {
      throw new IOException(CountingStream.SHRUNK);
    }
  }
}

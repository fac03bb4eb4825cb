package dev.whyvoy.core.source;

import dev.whyvoy.core.record.Bytes;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;

/** The whole lines that a {@link Tail} has so far; the start of the next one waits here. */
final class TailLines implements AutoCloseable {
  private final Tail tail;
  private final int input;
  private final Limits limits;
  private final LongAdder read;
  private byte[] rest = new byte[0];
  private long line = 1;
  private boolean skipping;
  private boolean over;

  TailLines(Tail tail, int input, Limits limits, LongAdder read) {
    this.tail = tail;
    this.input = input;
    this.limits = limits;
    this.read = read;
  }

  int input() {
    return input;
  }

  /** Whether nothing more will come. */
  boolean over() {
    return over;
  }

  /** Fills {@code block} with lines, if there are any; does not wait for them. */
  boolean fill(Block block) throws IOException {
    while (!over) {
      block.ensure(rest.length + limits.chunk() + 1, 0);
      System.arraycopy(rest, 0, block.bytes, 0, rest.length);
      int got = tail.read(block.bytes, rest.length, limits.chunk());
      if (got == 0) {
        return false;
      }
      over = got == Tail.OVER;
      if (got < 0) {
        skipping = false;
        if (deliver(block, rest.length, rest.length)) {
          return true;
        }
        line = got == Tail.ANEW ? 1 : line;
        continue;
      }
      read.add(got);
      int length = skipping ? skip(block, rest.length, got) : rest.length + got;
      int end = Bytes.lastNewline(block.bytes, 0, length) + 1;
      if (deliver(block, end, length)) {
        return true;
      }
    }
    return false;
  }

  /** Fills {@code block} with the line that was begun, if there is one; it ends where it is. */
  boolean last(Block block) {
    block.ensure(rest.length, 0);
    System.arraycopy(rest, 0, block.bytes, 0, rest.length);
    return deliver(block, rest.length, rest.length);
  }

  /** Drops the rest of a line that was cut, up to its newline; returns the length then. */
  private int skip(Block block, int from, int got) {
    int newline = Bytes.newline(block.bytes, from, from + got);
    skipping = newline == from + got;
    System.arraycopy(block.bytes, newline, block.bytes, from, from + got - newline);
    return from + from + got - newline;
  }

  /** Hands out what is before {@code end} and keeps the rest, if anything is there. */
  private boolean deliver(Block block, int end, int length) {
    int kept = length - end;
    if (kept > limits.line() + 1) {
      kept = limits.line() + 1;
      skipping = true;
    }
    rest = new byte[kept];
    System.arraycopy(block.bytes, end, rest, 0, kept);
    block.from = 0;
    block.to = end;
    block.input = input;
    block.firstLine = line;
    line += Bytes.countNewlines(block.bytes, 0, end);
    block.seal();
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    tail.close();
  }
}

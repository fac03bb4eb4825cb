package dev.whyvoy.core.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Another tail as it is, or as UTF-8 if it starts with the mark of UTF-16. */
final class Utf16Tail implements Tail {
  private final Tail tail;
  private byte[] raw = new byte[1 << 13];
  private byte[] ready = new byte[0];
  private int at;
  private int end;

  /** Bytes at the start of which it is not known yet what they are. */
  private int head;

  private boolean told;
  private boolean over;
  private @Nullable Utf16Units units;

  Utf16Tail(Tail tail) {
    this.tail = tail;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    while (at == end) {
      if (told && units == null) {
        return over ? OVER : tail.read(bytes, from, length);
      }
      boolean first = !told && head == 0 && !over;
      int got = first ? tail.read(bytes, from, length) : further();
      if (first && got > 0) {
        byte[] some = java.util.Arrays.copyOfRange(bytes, from, from + got);
        if (!Utf16.maybe(some, got) && !Utf16.starts(some, got)) {
          told = true;
          return got;
        }
        raw = java.util.Arrays.copyOf(some, Math.max(raw.length, got));
      }
      if (got == ANEW) {
        head = 0;
        told = false;
        units = null;
      }
      over |= got == OVER;
      if (got == 0 || got == ANEW || got == OVER && !finish()) {
        return got;
      }
      if (got > 0) {
        take(head + got);
      }
    }
    int taken = Math.min(length, end - at);
    System.arraycopy(ready, at, bytes, from, taken);
    at += taken;
    return taken;
  }

  private int further() throws IOException {
    return over ? OVER : tail.read(raw, head, raw.length - head);
  }

  /** Takes the first bytes of {@link #raw}, as soon as it is clear what they are. */
  private void take(int count) {
    int from = 0;
    if (!told) {
      if (Utf16.maybe(raw, count)) {
        head = count;
        return;
      }
      told = true;
      if (Utf16.starts(raw, count)) {
        units = new Utf16Units(Utf16.isBigEndian(raw));
        from = 2;
      }
    }
    head = 0;
    byte[] some = java.util.Arrays.copyOfRange(raw, from, count);
    Utf16Units decoder = units;
    ready = decoder == null ? some : new byte[Utf16Units.room(some.length)];
    at = 0;
    end = decoder == null ? some.length : decoder.decode(some, some.length, ready);
  }

  /** Whether something was left that is to be read before the end. */
  private boolean finish() {
    Utf16Units decoder = units;
    at = 0;
    if (decoder != null) {
      ready = new byte[Utf16Units.room(0)];
      end = decoder.end(ready);
    } else {
      ready = java.util.Arrays.copyOf(raw, head);
      end = head;
      head = 0;
      told = true;
    }
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    tail.close();
  }
}

package dev.whyvoy.core.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose start was read already, and comes once more. */
final class Again extends FilterInputStream {
  private final byte[] head;
  private int at;

  Again(byte[] head, InputStream rest) {
    super(rest);
    this.head = head;
  }

  @Override
  public int read() throws IOException {
    return at < head.length ? head[at++] & 0xff : in.read();
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (at == head.length) {
      return in.read(bytes, from, length);
    }
    int taken = Math.min(length, head.length - at);
    System.arraycopy(head, at, bytes, from, taken);
    at += taken;
    return taken;
  }

  @Override
  public int available() {
    return 0;
  }
}

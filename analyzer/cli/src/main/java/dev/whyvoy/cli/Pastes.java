package dev.whyvoy.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads texts from a stream, all of it as one or each ended by a separator. */
final class Pastes {
  /** No byte: the stream is one text. */
  static final int NONE = -1;

  private final InputStream in;
  private final int separator;
  private final int longest;
  private boolean ended;
  private boolean cut;

  /**
   * Reads {@code in}.
   *
   * @param separator the byte that ends a text, or {@link #NONE}
   * @param longest bytes kept of one text
   */
  Pastes(InputStream in, int separator, int longest) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.separator = separator;
    this.longest = longest;
  }

  /** The next text, or null if there is none. */
  @Nullable String next() throws IOException {
    if (ended) {
      return null;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != separator) {
      if (bytes.size() < longest) {
        bytes.write(next);
      } else {
        cut = true;
      }
      next = in.read();
    }
    ended = next < 0;
    return ended && bytes.size() == 0 ? null : bytes.toString(StandardCharsets.UTF_8);
  }

  /** Whether a text so far was longer than what was kept of it. */
  boolean cut() {
    return cut;
  }
}

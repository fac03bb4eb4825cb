package dev.whyvoy.core.source;

import dev.whyvoy.core.record.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins lines that a container runtime split: CRI marks pieces by {@code P}, the last by {@code F};
 * Docker's json-file ends only the last with a newline. Pieces of the other output stream may stand
 * in between.
 */
final class JoinedLines extends Rewritten {
  private static final byte[] DOCKER = "{\"log\":\"".getBytes(StandardCharsets.US_ASCII);

  /** Docker splits at this many bytes of the log. */
  private static final int DOCKER_PIECE = 16 * 1024;

  private static final int LONGEST = 1 << 20;
  private static final int AT_ONCE = 1 << 16;

  private final ByteLines lines;

  /** Of Docker's two streams, then of CRI's: one input may hold lines of both. */
  private final Pieces[] waiting = {new Pieces(), new Pieces(), new Pieces(), new Pieces()};

  JoinedLines(InputStream in) {
    super(in);
    this.lines = new ByteLines(in);
  }

  /** Pieces of one line; the first with what stands before, without its end. */
  private static final class Pieces {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final List<byte[]> whole = new ArrayList<>();

    void clear() {
      text.reset();
      whole.clear();
    }
  }

  @Override
  boolean produce() throws IOException {
    int written = 0;
    do {
      if (!lines.next()) {
        boolean any = false;
        for (Pieces pieces : waiting) {
          any |= !pieces.whole.isEmpty();
          asTheyAre(pieces);
        }
        return any;
      }
      byte[] b = lines.bytes();
      int from = lines.from();
      int to = lines.to();
      written += to - from;
      if (!cri(b, from, to) && !docker(b, from, to)) {
        put(b, from, to);
      }
    } while (written < AT_ONCE && lines.ready());
    return true;
  }

  private boolean cri(byte[] b, int from, int to) {
    if (!Bytes.isDigit(b[from])) {
      return false;
    }
    int stream = criStream(b, from, to);
    if (stream < 0) {
      return false;
    }
    Pieces pieces = waiting[b[stream + 3] == 'e' ? 3 : 2];
    int tag = stream + 7;
    if (b[tag] == 'P') {
      int end = b[to - 1] == '\n' ? to - 1 : to;
      int start = pieces.whole.isEmpty() ? from : tag + 2;
      pieces.text.write(b, start, end - start);
      if (pieces.whole.isEmpty()) {
        pieces.whole.add(new byte[tag - from]);
      }
      if (pieces.text.size() > LONGEST) {
        asTheyAre(pieces);
      }
      return true;
    }
    if (pieces.whole.isEmpty()) {
      return false;
    }
    byte[] text = pieces.text.toByteArray();
    text[pieces.whole.get(0).length] = 'F';
    put(text, 0, text.length);
    put(b, tag + 2, to);
    pieces.clear();
    return true;
  }

  /** Where {@code stdout F } or the like stands behind the time of a CRI line; -1 if it is none. */
  static int criStream(byte[] b, int from, int to) {
    int blank = Bytes.find(b, from, Math.min(to, from + 41), Bytes.pattern(' '));
    int at = blank + 1;
    boolean is =
        blank - from >= 20
            && at + 9 < to
            && b[at] == 's'
            && b[at + 1] == 't'
            && b[at + 2] == 'd'
            && b[at + 6] == ' '
            && (b[at + 7] == 'F' || b[at + 7] == 'P')
            && b[at + 8] == ' ';
    return is ? at : -1;
  }

  private boolean docker(byte[] b, int from, int to) {
    if (!Bytes.startsWith(b, from, to, DOCKER)) {
      return false;
    }
    int open = from + DOCKER.length;
    int close = closingQuote(b, open, to);
    if (close < 0) {
      return false;
    }
    boolean error = Bytes.indexOf(b, close, to, Bytes.latin1("\"stream\":\"stderr\"")) > 0;
    Pieces pieces = waiting[error ? 1 : 0];
    boolean last = close - open >= 2 && b[close - 1] == 'n' && b[close - 2] == '\\';
    if (!last) {
      boolean more = pieces.whole.isEmpty() || pieces.text.size() >= DOCKER_PIECE;
      if (!more || pieces.text.size() > LONGEST) {
        asTheyAre(pieces);
      }
      pieces.whole.add(java.util.Arrays.copyOfRange(b, from, to));
      pieces.text.write(b, open, close - open);
      return true;
    }
    byte[] text = pieces.text.toByteArray();
    boolean ended = text.length == 0 || text[text.length - 1] == '}';
    if (pieces.whole.isEmpty() || ended && b[open] == '{' || startsText(b, open)) {
      asTheyAre(pieces);
      return false;
    }
    put(DOCKER, 0, DOCKER.length);
    put(text, 0, text.length);
    put(b, open, to);
    pieces.clear();
    return true;
  }

  private static boolean startsText(byte[] b, int at) {
    return b[at] == '[' && Bytes.isDigit(b[at + 1]) && Bytes.isDigit(b[at + 4]);
  }

  static int closingQuote(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == '\\') {
        i++;
      } else if (b[i] == '"') {
        return i;
      }
    }
    return -1;
  }

  /** Hands out pieces whose end never came. */
  private void asTheyAre(Pieces pieces) {
    boolean cri = pieces.whole.size() == 1 && pieces.whole.get(0)[0] == 0;
    if (cri) {
      byte[] text = pieces.text.toByteArray();
      put(text, 0, text.length);
      put('\n');
    } else {
      pieces.whole.forEach(line -> put(line, 0, line.length));
    }
    pieces.clear();
  }
}

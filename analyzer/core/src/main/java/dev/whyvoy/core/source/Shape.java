package dev.whyvoy.core.source;

import dev.whyvoy.core.record.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a log is as a whole, told by how it starts. */
enum Shape {
  /** One record a line. */
  LINES,
  /** Lines of a container runtime, which splits long ones. */
  PIECES,
  /** A table with a header. */
  TABLE,
  /** JSON documents that hold records in lists, or that go over several lines. */
  DOCUMENTS;

  /** As many bytes as are looked at. */
  static final int HEAD = 1 << 14;

  /** The shape of what starts with these bytes. */
  static Shape of(byte[] bytes, int length) {
    byte[] head = Arrays.copyOf(bytes, length + Bytes.PADDING);
    int from = 0;
    while (from < length && isSpace(head[from])) {
      from++;
    }
    if (from == length) {
      return LINES;
    }
    int to = Bytes.newline(head, from, length);
    if (head[from] == '[' || head[from] == '{') {
      if (DocumentLines.isDocument(head, from, to, length)) {
        return DOCUMENTS;
      }
      return Bytes.startsWith(head, from, length, Bytes.latin1("{\"log\":\"")) ? PIECES : LINES;
    }
    if (Bytes.isDigit(head[from])) {
      return JoinedLines.criStream(head, from, to) > 0 ? PIECES : LINES;
    }
    String line = new String(head, from, to - from, StandardCharsets.ISO_8859_1);
    return TableLines.isHeader(line) ? TABLE : LINES;
  }

  private static boolean isSpace(byte b) {
    return b == ' '
        || b == '\n'
        || b == '\r'
        || b == '\t'
        || b == (byte) 0xEF
        || b == (byte) 0xBB
        || b == (byte) 0xBF;
  }

  /** {@code in} as lines, one a record. Waits for no more than its first line. */
  static InputStream lines(InputStream in) throws IOException {
    byte[] head = new byte[HEAD + Bytes.PADDING];
    int length = 0;
    while (length < HEAD) {
      int got = in.read(head, length, HEAD - length);
      if (got < 0) {
        break;
      }
      length += got;
      int first = firstAt(head, length);
      boolean wholeLine = Bytes.newline(head, first, length) < length;
      if (wholeLine && (head[first] != '[' && head[first] != '{' || isTold(head, first, length))) {
        break;
      }
    }
    InputStream whole = new Again(Arrays.copyOf(head, length), in);
    return switch (of(head, length)) {
      case LINES -> whole;
      case PIECES -> new JoinedLines(whole);
      case TABLE -> {
        int from = firstAt(head, length);
        int to = Bytes.newline(head, from, length);
        yield TableLines.of(whole, new String(head, from, to - from, StandardCharsets.ISO_8859_1));
      }
      case DOCUMENTS -> new DocumentLines(whole);
    };
  }

  /** What {@link #lines} took its input for; empty if for lines. */
  static String words(InputStream lines) {
    return lines instanceof TableLines
        ? "a table with a header, read row by row"
        : lines instanceof DocumentLines
            ? "JSON documents, taken apart into records"
            : lines instanceof JoinedLines ? "lines of a container runtime, split ones joined" : "";
  }

  private static int firstAt(byte[] head, int length) {
    int at = 0;
    while (at < length && isSpace(head[at])) {
      at++;
    }
    return at;
  }

  /** Whether something stands behind the bracket at {@code first}. */
  private static boolean isTold(byte[] head, int first, int length) {
    int next = first + 1;
    while (next < length && isSpace(head[next])) {
      next++;
    }
    return next < length;
  }
}

package dev.whyvoy.core.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What holds for any bytes that are given as a log. */
class SourceFuzzTest {
  private static final int ENOUGH = 1 << 20;

  /** Broken ones end with an error of reading, nothing else. */
  @FuzzTest
  void compression(byte[] bytes) {
    try (InputStream in = Compression.undo(new ByteArrayInputStream(bytes))) {
      byte[] piece = new byte[8192];
      int read = 0;
      for (int got = in.read(piece); got >= 0 && read < ENOUGH; got = in.read(piece)) {
        read += got;
      }
    } catch (IOException e) {
      assertNotEquals(
          Compression.NONE, Compression.of(bytes, Math.min(bytes.length, Compression.HEAD)));
    }
  }

  /** Tables, JSON documents and split lines are written anew, none much longer than it was. */
  @FuzzTest
  void shape(byte[] bytes) throws IOException {
    try (InputStream in = Shape.lines(new ByteArrayInputStream(bytes))) {
      byte[] all = in.readNBytes(ENOUGH);
      assertTrue(all.length < ENOUGH);
      if (Shape.of(bytes, Math.min(bytes.length, Shape.HEAD)) == Shape.LINES) {
        assertArrayEquals(bytes, all);
      }
    }
  }

  @FuzzTest
  void chunks(byte[] bytes) throws IOException {
    byte[] whole = read(bytes, ENOUGH);
    for (int chunk : new int[] {17, 1000}) {
      assertArrayEquals(whole, read(bytes, chunk));
    }
  }

  private static byte[] read(byte[] bytes, int chunk) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Input input = Input.stream("-", new ByteArrayInputStream(bytes));
    try (LineSource source = new LineSource(List.of(input), new Limits(chunk, ENOUGH), false)) {
      Block block = new Block();
      while (source.next(block) && all.size() < ENOUGH) {
        all.write(block.bytes(), block.from(), block.to() - block.from());
      }
    }
    return all.toByteArray();
  }
}

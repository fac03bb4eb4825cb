package dev.whyvoy.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What holds in each dialect for any bytes; the inputs kept with it are read anew by each build.
 */
class GrammarFuzzTest {
  private static final int LONGEST = 4096;

  /** Whether each input is tried in one way only, which its last byte picks; builds try all. */
  private static final boolean ONE_WAY = Boolean.getBoolean("whyvoy.fuzz");

  @FuzzTest
  void flags(byte[] bytes) {
    check(Dialect.FLAGS, bytes);
  }

  @FuzzTest
  void details(byte[] bytes) {
    check(Dialect.DETAILS, bytes);
  }

  @FuzzTest
  void body(byte[] bytes) {
    check(Dialect.BODY, bytes);
  }

  @FuzzTest
  void transport(byte[] bytes) {
    check(Dialect.TRANSPORT, bytes);
  }

  @FuzzTest
  void format(byte[] bytes) {
    check(Dialect.FORMAT, bytes);
  }

  @FuzzTest
  void envoylog(byte[] bytes) {
    check(Dialect.ENVOYLOG, bytes);
  }

  private static void check(Dialect dialect, byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, LONGEST), StandardCharsets.UTF_8);
    Object tree = dialect.read(text);
    List<Span> spans = TreeDump.spans(tree);
    inside(spans, text);
    if (tries(bytes, 0)) {
      for (String gap : EveryDialectTest.gaps(tree, text)) {
        assertTrue(separates(gap, dialect), gap);
      }
    }
    if (tries(bytes, 1)) {
      assertEquals(spans, TreeDump.spans(dialect.read(text)));
    }
    if (tries(bytes, 2)) {
      inside(TreeDump.spans(dialect.read(Decoded.of(text).json())), text);
    }
  }

  private static boolean tries(byte[] bytes, int way) {
    return !ONE_WAY || bytes.length > 0 && (bytes[bytes.length - 1] & 3) == way;
  }

  private static void inside(List<Span> spans, String text) {
    for (Span span : spans) {
      assertTrue(span.to() <= text.length(), text);
    }
  }

  /** Whether nothing is lost with it: blanks of any kind, and what separates. */
  private static boolean separates(String gap, Dialect dialect) {
    return gap.isBlank() || dialect.separates(gap.replaceAll("\\s", " "));
  }
}

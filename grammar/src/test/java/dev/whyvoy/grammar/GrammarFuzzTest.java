package dev.whyvoy.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What holds in each dialect for any bytes; the inputs kept with it are read anew by each build.
 */
class GrammarFuzzTest {
  private static final int LONGEST = 4096;

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
    String text =
        new String(Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST)), StandardCharsets.UTF_8);
    Object tree = dialect.read(text);
    assertThat(TreeDump.spans(tree)).noneMatch(span -> span.to() > text.length());
    assertThat(EveryDialectTest.gaps(tree, text)).allMatch(gap -> separates(gap, dialect));
    assertThat(TreeDump.spans(dialect.read(text))).isEqualTo(TreeDump.spans(tree));
    Decoded json = Decoded.of(text).json();
    assertThat(TreeDump.spans(dialect.read(json))).noneMatch(span -> span.to() > text.length());
  }

  /** Whether nothing is lost with it: blanks of any kind, and what separates. */
  private static boolean separates(String gap, Dialect dialect) {
    return gap.isBlank()
        || gap.matches(dialect.separators)
        || gap.strip().matches(dialect.separators);
  }
}

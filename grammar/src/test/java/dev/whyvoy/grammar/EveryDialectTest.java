package dev.whyvoy.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.atn.DecisionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds in every dialect for every text. */
class EveryDialectTest {
  private static final int ROUNDS = 400;
  private static final int CAP = 64 * 1024;

  /** Valid messages of all dialects, damaged ones, noise. */
  private static List<String> texts(Dialect dialect) {
    List<String> own = Golden.inputs(dialect.golden());
    List<String> all =
        Stream.of(Dialect.values()).flatMap(d -> Golden.inputs(d.golden()).stream()).toList();
    List<String> texts = new ArrayList<>(all);
    Scramble ownDamage = new Scramble(17, own);
    Scramble anyDamage = new Scramble(29, all);
    for (int i = 0; i < ROUNDS; i++) {
      texts.add(ownDamage.damaged());
      texts.add(anyDamage.damaged());
      texts.add(anyDamage.noise());
    }
    return texts;
  }

  @ParameterizedTest
  @EnumSource
  void spansLieInsideTheText(Dialect dialect) {
    for (String text : texts(dialect)) {
      assertThat(TreeDump.spans(dialect.read(text)))
          .as("%s", escaped(text))
          .noneMatch(span -> span.to() > text.length());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyUnitBelongsToAPieceOrSeparates(Dialect dialect) {
    for (String text : texts(dialect)) {
      for (String gap : gaps(dialect.read(text), text)) {
        assertThat(dialect.separates(gap)).as("%s in %s", gap, escaped(text)).isTrue();
      }
    }
  }

  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.chars()
        .forEach(c -> out.append(c >= ' ' && c < 127 ? (char) c : String.format("\\u%04x", c)));
    return out.toString();
  }

  /** The texts between the pieces of a tree; the root's own span does not count. */
  static List<String> gaps(Object tree, String text) {
    BitSet covered = new BitSet(text.length());
    TreeDump.inner(tree).forEach(span -> covered.set(span.from(), span.to()));
    List<String> gaps = new ArrayList<>();
    for (int from = covered.nextClearBit(0); from < text.length(); ) {
      int next = covered.nextSetBit(from);
      int to = next < 0 ? text.length() : next;
      gaps.add(text.substring(from, to));
      from = covered.nextClearBit(to);
    }
    return gaps;
  }

  @ParameterizedTest
  @EnumSource
  void everyTextIsInTheLanguageAndFewTokensDecide(Dialect dialect) {
    for (String text : texts(dialect)) {
      assertThat(dialect.profile(text).getDecisionInfo())
          .as("%s", escaped(text))
          .noneMatch(EveryDialectTest::isCostly);
    }
  }

  /** A decision that looks far ahead could be made to look over the whole text, again and again. */
  private static boolean isCostly(DecisionInfo decision) {
    return decision.SLL_MaxLook > 3 || decision.LL_Fallback > 0 || !decision.ambiguities.isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsBeyondTheCapIsKeptButNotParsed(Dialect dialect) {
    String start = Golden.inputs(dialect.golden()).get(0);
    String text = start + "x".repeat(CAP - start.length()) + "\n" + start;
    Object tree = dialect.read(text);
    assertThat(TreeDump.inner(tree))
        .anySatisfy(span -> assertThat(span.to()).isEqualTo(text.length()));
    assertThat(TreeDump.inner(tree))
        .noneSatisfy(span -> assertThat(span.from()).isGreaterThan(CAP + 1));
  }

  @ParameterizedTest
  @EnumSource
  void deepNestingNeedsNoDeepStack(Dialect dialect) throws InterruptedException {
    List<String> deep =
        List.of(
            "{".repeat(CAP),
            "upstream_reset_before_response_started{".repeat(1500),
            "a (with earlier attempt failure reason 1, QUIC: ".repeat(1300) + ")".repeat(1300),
            "TLS_error:".repeat(6000),
            "|268435581:a:b:c".repeat(4000),
            "verify cert failed: ".repeat(3000),
            "[C1]".repeat(CAP / 4),
            "[Tags: \"a\":\"b\"".repeat(4000),
            "%REQ(".repeat(CAP / 5),
            "&lt;".repeat(CAP / 4));
    List<Throwable> thrown = new ArrayList<>();
    Thread small = new Thread(null, () -> deep.forEach(dialect::read), "small stack", 256 * 1024L);
    small.setUncaughtExceptionHandler((thread, problem) -> thrown.add(problem));
    small.start();
    small.join();
    assertThat(thrown).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void spansOfASliceReferToTheWholeText(Dialect dialect) {
    for (String text : texts(dialect)) {
      Decoded slice = Decoded.of(">>> " + text + " <<<").slice(4, 4 + text.length());
      List<Span> expected =
          TreeDump.spans(dialect.read(text)).stream().map(span -> span.shift(4)).toList();
      assertThat(TreeDump.spans(dialect.read(slice))).as("%s", escaped(text)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void spansSurviveAnEncoding(Dialect dialect) {
    for (String text : Golden.inputs(dialect.golden())) {
      String encoded = text.replace("\"", "\\\"").replace("/", "\\/");
      Decoded decoded = Decoded.of(encoded).json();
      List<String> pieces =
          TreeDump.spans(dialect.read(decoded)).stream()
              .map(span -> Decoded.of(span.of(encoded)).json().text())
              .toList();
      assertThat(pieces)
          .isEqualTo(
              TreeDump.spans(dialect.read(decoded.text())).stream()
                  .map(span -> span.of(decoded.text()))
                  .toList());
    }
  }
}

package dev.whyvoy.bench.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TokenizerTest {
  @Test
  void leavesOutCommentsAndDirectives() {
    String source =
        """
        #include "a.h"
        #define X(y) \\
          y y // }
        int a; // b "c
        /* d
        */ e("f // g");
        """;
    assertThat(texts(source)).containsExactly("int", "a", ";", "e", "(", "\"f // g\"", ")", ";");
    assertThat(Tokenizer.tokens(source).get(0).line()).isEqualTo(4);
    assertThat(Tokenizer.tokens(source).get(3).line()).isEqualTo(6);
  }

  @Test
  void keepsConditions() {
    assertThat(texts("#if A\nb\n#elif C\n#else\nd\n# endif\n"))
        .containsExactly("#if", "b", "#else", "#else", "d", "#endif");
  }

  @Test
  void readsLiterals() {
    assertThat(texts("f(\"a\\\"b\", 'c', '\\'', R\"x(d)\" \")x\", 1'000);"))
        .containsExactly(
            "f",
            "(",
            "\"a\\\"b\"",
            ",",
            "'c'",
            ",",
            "'\\''",
            ",",
            "R\"x(d)\" \")x\"",
            ",",
            "1'000",
            ")",
            ";");
  }

  @Test
  void countsLinesInsideLiterals() {
    List<Token> tokens = Tokenizer.tokens("R\"(a\nb)\" c");
    assertThat(tokens.get(1).line()).isEqualTo(2);
  }

  @Test
  void anyTextEnds() {
    SplittableRandom random = new SplittableRandom(7);
    String alphabet = "aR\"'\\()/*#\n{};: <>1";
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(30, 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
      CppFile file = new CppFile(text.toString());
      int lines = (int) text.chars().filter(c -> c == '\n').count() + 1;
      assertThat(file.tokens()).allMatch(token -> token.line() >= 1 && token.line() <= lines);
    }
  }

  private static List<String> texts(String source) {
    return Tokenizer.tokens(source).stream().map(Token::text).toList();
  }
}

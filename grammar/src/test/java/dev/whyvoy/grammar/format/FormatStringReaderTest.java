package dev.whyvoy.grammar.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.grammar.Golden;
import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.format.FormatString.Command;
import dev.whyvoy.grammar.format.FormatString.Element;
import dev.whyvoy.grammar.format.FormatString.Literal;
import dev.whyvoy.grammar.format.FormatString.Malformed;
import dev.whyvoy.grammar.format.FormatString.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatStringReaderTest {
  private static Command command(String text) {
    List<Element> elements = FormatStringReader.parse(text).elements();
    assertThat(elements).singleElement().isInstanceOf(Command.class);
    return (Command) elements.get(0);
  }

  @Test
  void goldenTrees() {
    Golden.check("format", FormatStringReader::parse);
  }

  @Test
  void alternativeHeaderAndLength() {
    Command command = command("%REQ(X-ENVOY-ORIGINAL-PATH?:PATH):40%");
    assertThat(command.name()).isEqualTo(new Piece(new Span(1, 4), "REQ"));
    assertThat(command.alternatives())
        .containsExactly(
            new Piece(new Span(5, 26), "X-ENVOY-ORIGINAL-PATH"),
            new Piece(new Span(27, 32), ":PATH"));
    assertThat(command.maxLength()).isEqualTo(40);
  }

  @Test
  void accessLogTrap17PercentPercentIsOnePercent() {
    assertThat(FormatStringReader.parse("%%a%%%PROTOCOL%%%").elements())
        .satisfiesExactly(
            text -> assertThat(text).isEqualTo(new Literal(new Span(0, 5), "%a%")),
            command -> assertThat(command).isInstanceOf(Command.class),
            text -> assertThat(text).isEqualTo(new Literal(new Span(15, 17), "%")));
  }

  @ParameterizedTest
  @CsvSource({
    "%CEL(a.size() > f(g(1)) ? x : y)%, a.size() > f(g(1)) ? x : y,",
    "%CEL(f(x)):12%, f(x), 12",
    "%START_TIME(%s.%3f)%, %s.%3f,",
    "%EMPTY()%, '',",
    "%FILTER_STATE(a:TYPED:b)%, a:TYPED:b,"
  })
  void accessLogTrap17ParenthesisClosesWhereTheRestMatches(
      String text, String argument, Integer length) {
    Command command = command(text);
    assertThat(command.argument().text()).isEqualTo(argument);
    assertThat(command.maxLength()).isEqualTo(length);
  }

  @Test
  void accessLogTrap17FirstParenthesisThatMatchesWins() {
    assertThat(FormatStringReader.parse("%REQ(A)% b)%").elements())
        .extracting(Element::span)
        .containsExactly(new Span(0, 8), new Span(8, 11), new Span(11, 12));
  }

  @Test
  void accessLogTrap18MarkersOfOtherProducts() {
    assertThat(command("%KUMA_MESH%").name().text()).isEqualTo("KUMA_MESH");
  }

  @Test
  void accessLogTrap6LineEndIsALiteral() {
    assertThat(FormatStringReader.parse("%PROTOCOL%\n").elements())
        .last()
        .isEqualTo(new Literal(new Span(10, 11), "\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "50% off, 3, LONE_PERCENT",
    "%req(x)%, 1, LONE_PERCENT",
    "a %REQ(X-FOO, 7, UNCLOSED_ARGUMENT",
    "%REQ(X-FOO) %PROTOCOL%, 11, UNCLOSED_ARGUMENT",
    "%REQ(A):x%, 7, UNCLOSED_ARGUMENT",
    "%PROTOCOL, 10, UNCLOSED_COMMAND",
    "%PROTOCOL %, 10, UNCLOSED_COMMAND",
    "%REQ(X):9999999999%, 9, LENGTH_TOO_LARGE",
    "%DURATION:9999999999%, 11, LENGTH_TOO_LARGE"
  })
  void mistakesPointAtTheirColumn(String text, int column, Problem problem) {
    assertThat(FormatStringReader.parse(text).problems())
        .first()
        .extracting(Malformed::column, Malformed::problem)
        .containsExactly(column, problem);
    assertThat(problem.message()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "[%START_TIME%] \"%REQ(:METHOD)%\"\n", "%%"})
  void soundStringsHaveNoProblems(String text) {
    assertThat(FormatStringReader.parse(text).problems()).isEmpty();
  }

  @Test
  void elementsCoverTheString() {
    String text = "%%[%START_TIME%] 50% %REQ(A?B):3% %PROTOCOL x %REQ(";
    int end = 0;
    for (Element element : FormatStringReader.parse(text).elements()) {
      assertThat(element.span().from()).isEqualTo(end);
      end = element.span().to();
    }
    assertThat(end).isEqualTo(text.length());
  }

  @Test
  void argumentOnSeveralLinesIsRefused() {
    Malformed first = FormatStringReader.parse("%REQ(A\nB)%").problems().get(0);
    assertThat(first.problem()).isEqualTo(Problem.UNCLOSED_ARGUMENT);
    assertThat(first.span()).isEqualTo(new Span(0, 7));
  }
}

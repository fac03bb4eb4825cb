package dev.whyvoy.core.record;

import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.format.FormatString;
import dev.whyvoy.grammar.format.FormatStringReader;
import java.util.ArrayList;
import java.util.List;

/** Splits format strings into what a layout is made of. */
final class FormatStrings {
  private FormatStrings() {}

  /**
   * The parts of a format string.
   *
   * @throws IllegalArgumentException with the column, if Envoy would refuse it
   */
  static List<FormatPart> parts(String format) {
    List<FormatPart> parts = new ArrayList<>();
    for (FormatString.Element element : FormatStringReader.parse(format).elements()) {
      if (element instanceof FormatString.Literal literal) {
        parts.add(new FormatPart.Literal(literal.text()));
      } else if (element instanceof FormatString.Command command) {
        FormatOperators.problem(command)
            .ifPresent(
                problem -> {
                  throw new IllegalArgumentException(
                      "column " + (command.span().from() + 1) + ": " + problem);
                });
        parts.add(command(command, format));
      } else if (element instanceof FormatString.Malformed malformed) {
        throw new IllegalArgumentException(
            "column " + malformed.column() + ": " + malformed.problem().message());
      }
    }
    return parts;
  }

  private static FormatPart command(FormatString.Command command, String format) {
    Piece argument = command.argument();
    List<Piece> alternatives = command.alternatives();
    boolean two = alternatives.size() > 1;
    String main = argument == null ? "" : argument.text();
    return new FormatPart.Command(
        command.name().text(),
        two ? alternatives.get(0).text() : main,
        two ? alternatives.get(1).text() : "",
        command.span().of(format));
  }
}

package dev.whyvoy.grammar.format;

import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A format string such as {@code [%START_TIME%] "%REQ(:METHOD)%"}. Whether a command exists and
 * takes an argument is not checked.
 *
 * @param span the whole string
 * @param elements in the order written; they cover the string
 */
public record FormatString(Span span, List<Element> elements) {
  public FormatString {
    elements = List.copyOf(elements);
  }

  /** The places that Envoy would refuse. */
  public List<Malformed> problems() {
    return elements.stream()
        .filter(Malformed.class::isInstance)
        .map(Malformed.class::cast)
        .toList();
  }

  /** One element. */
  public sealed interface Element {
    /** Where it stands. */
    Span span();
  }

  /**
   * Text that is written as it is.
   *
   * @param text with {@code %} for {@code %%}
   */
  public record Literal(Span span, String text) implements Element {}

  /**
   * A command operator: {@code %REQ(X-ENVOY-ORIGINAL-PATH?:PATH):40%}.
   *
   * @param name {@code REQ}
   * @param argument what stands in its parentheses, as written; null without parentheses
   * @param alternatives the argument split at {@code ?}; empty without parentheses
   * @param fields the argument split at {@code :}; empty without parentheses
   * @param maxLength the longest value in bytes; null for no limit
   */
  public record Command(
      Span span,
      Piece name,
      @Nullable Piece argument,
      List<Piece> alternatives,
      List<Piece> fields,
      @Nullable Integer maxLength)
      implements Element {
    public Command {
      alternatives = List.copyOf(alternatives);
      fields = List.copyOf(fields);
    }
  }

  /**
   * Something that starts like a command and is none.
   *
   * @param text as written
   * @param column where the mistake is noticed, counted from 1 in UTF-16 units of the given text
   * @param problem what is wrong
   */
  public record Malformed(Span span, String text, int column, Problem problem) implements Element {}

  /** What can be wrong with a command's form. */
  public enum Problem {
    LONE_PERCENT("% starts no command here; a percent sign is written %%"),
    UNCLOSED_ARGUMENT("the argument is not closed here; after ) comes % or :<length>%"),
    UNCLOSED_COMMAND("the command is not closed; write % after its name or length"),
    LENGTH_TOO_LARGE("the length is too large");

    private final String message;

    Problem(String message) {
      this.message = message;
    }

    /** The problem in words, with what is allowed. */
    public String message() {
      return message;
    }
  }
}

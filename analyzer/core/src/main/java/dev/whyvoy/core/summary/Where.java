package dev.whyvoy.core.summary;

import dev.whyvoy.core.knowledge.DidYouMean;
import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A condition on one field of a record.
 *
 * @param field the field
 * @param test how it is compared
 * @param values what it is compared with; numbers for the orders. One of several is enough for
 *     {@link Test#IS}, none may hold for {@link Test#IS_NOT}. The empty text stands for an absent
 *     field, a star at either end for any text.
 */
public record Where(Field field, Test test, List<String> values) {
  /** How a field is compared. */
  public enum Test {
    IS("="),
    IS_NOT("!="),
    AT_LEAST(">="),
    AT_MOST("<="),
    ABOVE(">"),
    BELOW("<");

    private final String sign;

    Test(String sign) {
      this.sign = sign;
    }
  }

  public Where {
    values = List.copyOf(values);
  }

  /**
   * Reads a condition as people write it: {@code response_flags=UF,UC}, {@code duration>=1000},
   * {@code path!=/health*}.
   *
   * @throws IllegalArgumentException with a message for people
   */
  public static Where parse(String text) {
    int at = 0;
    while (at < text.length() && "=!<>".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String name = text.substring(0, at).strip().toLowerCase(Locale.ROOT).replace('-', '_');
    String rest = text.substring(at);
    for (Test test :
        List.of(Test.IS_NOT, Test.AT_LEAST, Test.AT_MOST, Test.IS, Test.ABOVE, Test.BELOW)) {
      if (rest.startsWith(test.sign)) {
        return new Where(field(name), test, values(test, rest.substring(test.sign.length())));
      }
    }
    throw new IllegalArgumentException(
        "no comparison in '" + text + "'; write FIELD=VALUE, !=, <, <=, > or >=");
  }

  private static Field field(String name) {
    Field field = Field.of(name);
    if (field == null) {
      throw new IllegalArgumentException("no field '" + name + "'; " + nearest(name));
    }
    return field;
  }

  private static String nearest(String name) {
    for (Field field : Field.values()) {
      if (!name.isEmpty() && (field.key().contains(name) || name.contains(field.key()))) {
        return "did you mean " + field.key() + "?";
      }
    }
    String meant =
        DidYouMean.ask(name, Stream.of(Field.values()).map(Field::key).sorted().toList());
    return meant.isEmpty()
        ? "fields are named after Envoy's command operators, such as response_flags"
        : meant;
  }

  private static List<String> values(Test test, String text) {
    List<String> values = List.of(text.split(",", -1));
    if (test != Test.IS && test != Test.IS_NOT) {
      try {
        Long.parseLong(text.strip());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("'" + text + "' is no whole number", e);
      }
      return List.of(text.strip());
    }
    return values;
  }

  /** Whether the record fulfils the condition. */
  public boolean holds(AccessRecord record) {
    return switch (test) {
      case IS -> isOneOf(record);
      case IS_NOT -> !isOneOf(record);
      default -> record.has(field) && compares(record.number(field, Long.MIN_VALUE));
    };
  }

  private boolean compares(long number) {
    if (number == Long.MIN_VALUE) {
      return false;
    }
    long bound = Long.parseLong(values.get(0));
    return switch (test) {
      case AT_LEAST -> number >= bound;
      case AT_MOST -> number <= bound;
      case ABOVE -> number > bound;
      default -> number < bound;
    };
  }

  private boolean isOneOf(AccessRecord record) {
    if (!record.has(field)) {
      return values.contains("") || values.contains("-");
    }
    if (field == Field.RESPONSE_FLAGS) {
      String flags = record.text(field);
      return flags != null
          && (values.contains(flags)
              || List.of(flags.split(",", -1)).stream().anyMatch(values::contains));
    }
    for (String value : values) {
      if (like(record, value)) {
        return true;
      }
    }
    return false;
  }

  private boolean like(AccessRecord record, String value) {
    boolean open = value.startsWith("*");
    boolean loose = value.endsWith("*") && value.length() > (open ? 1 : 0);
    if (!open && !loose) {
      return record.is(field, value.getBytes(StandardCharsets.UTF_8)) || escaped(record, value);
    }
    String text = record.text(field);
    String core = value.substring(open ? 1 : 0, value.length() - (loose ? 1 : 0));
    return text != null
        && (open && loose
            ? text.contains(core)
            : open ? text.endsWith(core) : text.startsWith(core));
  }

  private boolean escaped(AccessRecord record, String value) {
    return record.json() && value.equals(record.text(field));
  }
}

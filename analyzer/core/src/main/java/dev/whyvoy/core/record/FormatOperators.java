package dev.whyvoy.core.record;

import dev.whyvoy.core.knowledge.DidYouMean;
import dev.whyvoy.grammar.format.FormatString;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Envoy's command operators, and what each takes. Read only when a format string is given. */
final class FormatOperators {
  private static final String TABLE = "/whyvoy/formats/operators.csv";

  /** Most edits between a name and the operator it is taken for a slip of. */
  private static final int NEAR = 2;

  private static final Map<String, Operator> ALL = load();

  private FormatOperators() {}

  /**
   * A command operator.
   *
   * @param argument {@code none}, {@code optional} or {@code required}
   * @param length whether the longest value in bytes may be given
   */
  private record Operator(String argument, boolean length) {}

  private static Map<String, Operator> load() {
    Map<String, Operator> all = new HashMap<>();
    try (InputStream in = FormatOperators.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IOException("not on the class path: " + TABLE);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", 4);
        all.put(cells[0], new Operator(cells[1], cells[2].equals("yes")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /**
   * What Envoy would refuse about a command; empty if nothing. Names that resemble no operator are
   * let pass: extensions and control planes have their own.
   */
  static Optional<String> problem(FormatString.Command command) {
    String name = command.name().text();
    Operator operator = ALL.get(name);
    if (operator == null) {
      String meant = DidYouMean.ask(name, ALL.keySet(), NEAR);
      return meant.isEmpty()
          ? Optional.empty()
          : Optional.of("there is no operator %" + name + "%; " + meant);
    }
    boolean argument = command.argument() != null && !command.argument().text().isEmpty();
    if (argument && operator.argument.equals("none")) {
      return Optional.of("%" + name + "% takes no argument");
    }
    if (!argument && operator.argument.equals("required")) {
      return Optional.of("%" + name + "% needs an argument in parentheses");
    }
    if (command.maxLength() != null && !operator.length) {
      return Optional.of("%" + name + "% takes no length");
    }
    return Optional.empty();
  }
}

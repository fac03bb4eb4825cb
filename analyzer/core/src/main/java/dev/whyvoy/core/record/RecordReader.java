package dev.whyvoy.core.record;

import dev.whyvoy.grammar.Span;
import java.util.List;
import java.util.Optional;

/** Reads one access log record of whatever format. */
public interface RecordReader {
  /** The fields of the record that {@code line} is; empty if it does not look like one. */
  Optional<List<Value>> read(String line);

  /**
   * A field of a record.
   *
   * @param name the fact that holds it, or the command operator in lower snake case
   * @param value the text logged; {@code -} when Envoy had none
   * @param span where it stands in the line; empty if that can't be told
   */
  record Value(String name, String value, Span span) {}
}

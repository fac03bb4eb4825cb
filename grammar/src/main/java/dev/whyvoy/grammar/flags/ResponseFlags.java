package dev.whyvoy.grammar.flags;

import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.Unparsed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response flags of one stream. They are a set: their order differs between releases.
 *
 * @param span the whole text
 * @param flags as written, in the order written, repeated ones included
 * @param dash where {@code -} stands, Envoy's sign for "no flag"
 * @param unparsed what cannot be part of a flag
 */
public record ResponseFlags(
    Span span, List<Flag> flags, @Nullable Span dash, List<Unparsed> unparsed) {
  public ResponseFlags {
    flags = List.copyOf(flags);
    unparsed = List.copyOf(unparsed);
  }

  /**
   * One flag.
   *
   * @param span where it stands
   * @param text as written
   * @param form how it is written
   */
  public record Flag(Span span, String text, Form form) {}

  /** The two spellings Envoy has, and what is neither. */
  public enum Form {
    /** {@code UF}: capitals and digits. */
    SHORT,
    /** {@code UpstreamConnectionFailure}. */
    LONG,
    /** A custom flag of another shape, or a flag that lost its capitals. */
    OTHER
  }
}

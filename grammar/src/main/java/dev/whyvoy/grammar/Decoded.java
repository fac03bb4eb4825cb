package dev.whyvoy.grammar;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text together with the place each of its units came from, so that a message can be read after
 * an encoding is undone while its spans still refer to what the user gave.
 *
 * <p>Every method that undoes an encoding is total: what is not encoded stays as it is.
 */
public final class Decoded {
  private final String text;

  /** Position in the original of each unit of the text and of its end; null: {@code base + i}. */
  private final int @Nullable [] origin;

  private final int base;

  private Decoded(String text, int @Nullable [] origin, int base) {
    this.text = text;
    this.origin = origin;
    this.base = base;
  }

  /** The text as it is. */
  public static Decoded of(String text) {
    return new Decoded(text, null, 0);
  }

  /** A text as people paste it: {@link #plain}, {@link #html} and {@link #unescaped} undone. */
  public static Decoded pasted(String text) {
    return of(text).plain().html().unescaped();
  }

  /** The text to read. */
  public String text() {
    return text;
  }

  /** The original position of unit {@code i}, or of the end if {@code i} is the length. */
  public int origin(int i) {
    return origin == null ? base + i : origin[i];
  }

  /** The original span of units {@code from} to {@code to} of the text. */
  public Span span(int from, int to) {
    return new Span(origin(from), origin(to));
  }

  /** The units {@code from} to {@code to}; spans keep referring to the original. */
  public Decoded slice(int from, int to) {
    String part = text.substring(from, to);
    return origin == null
        ? new Decoded(part, null, base + from)
        : new Decoded(part, Arrays.copyOfRange(origin, from, to + 1), 0);
  }

  /**
   * What a chat or an issue page does to punctuation: typographic quotes and no-break spaces become
   * plain ones, zero-width marks vanish.
   */
  public Decoded plain() {
    return undo(Decodings::plain);
  }

  /** Terminal colours ({@code ESC [ ... m} and other CSI sequences) vanish. */
  public Decoded withoutColours() {
    return undo(Decodings::colour);
  }

  /** HTML entities: {@code &lt; &gt; &amp; &quot; &apos; &nbsp;} and numbered ones. */
  public Decoded html() {
    return undo(Decodings::html);
  }

  /** A backslash before punctuation, from Markdown, JSON or a shell, vanishes: {@code \|}. */
  public Decoded unescaped() {
    return undo(Decodings::backslash);
  }

  /** The inside of a JSON string: also {@code \n} and {@code \}{@code u003c}. */
  public Decoded json() {
    return undo(Decodings::json);
  }

  /** Percent-encoding as in {@code grpc-message}: UTF-8 bytes written {@code %E2%80%A6}. */
  public Decoded percent() {
    return undo(Decodings::percent);
  }

  private Decoded undo(Decodings.Step step) {
    Decodings out = new Decodings(text);
    int i = 0;
    while (i < text.length()) {
      int used = step.at(text, i, out);
      if (used == 0) {
        out.put(text.charAt(i), i);
        used = 1;
      }
      i += used;
    }
    if (!out.changed()) {
      return this;
    }
    int[] places = out.places();
    for (int k = 0; k < places.length; k++) {
      places[k] = origin(places[k]);
    }
    return new Decoded(out.text(), places, 0);
  }

  @Override
  public String toString() {
    return text;
  }
}

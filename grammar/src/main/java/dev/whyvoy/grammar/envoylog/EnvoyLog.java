package dev.whyvoy.grammar.envoylog;

import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of Envoy's own log.
 *
 * @param span the whole text
 * @param form which layout it has; with {@link Form#NONE} only the message is set, to the whole
 *     text
 * @param time as written, without brackets
 * @param thread the thread's id, of the header or of {@code thread=}
 * @param level {@code warning}
 * @param logger {@code upstream}; the scope for {@link Form#AGENT}
 * @param file the source file as the build named it
 * @param line the line in that file
 * @param connection the connection's id: {@code 12} of {@code [C12]} or of a tag
 * @param stream the stream's id: {@code 34} of {@code [S34]} or of a tag
 * @param tags all tags, the ids included
 * @param message the rest, possibly of several lines
 */
public record EnvoyLog(
    Span span,
    Form form,
    @Nullable Piece time,
    @Nullable Piece thread,
    @Nullable Piece level,
    @Nullable Piece logger,
    @Nullable Piece file,
    @Nullable Piece line,
    @Nullable Piece connection,
    @Nullable Piece stream,
    List<Tag> tags,
    Piece message) {
  public EnvoyLog {
    tags = List.copyOf(tags);
  }

  /** A layout. */
  public enum Form {
    /**
     * Envoy's default: {@code [time][thread][level][logger] [file:line] message}, or a part of it.
     */
    ENVOY,
    /** Istio's: {@code time level envoy logger file:line message thread=12}. */
    ISTIO,
    /** Not Envoy's, but in the same stream: {@code time level scope message} of Istio's agent. */
    AGENT,
    /** Not a log line. */
    NONE
  }

  /** A tag: {@code "ConnectionId":"7"}. */
  public record Tag(Span span, Piece key, Piece value) {}
}

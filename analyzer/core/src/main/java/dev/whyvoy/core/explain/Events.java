package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.DETAILS_NAME;
import static dev.whyvoy.core.fact.FactNames.ERRNO;
import static dev.whyvoy.core.fact.FactNames.LOCAL_CLOSE_REASON;
import static dev.whyvoy.core.fact.FactNames.REPLY_BODY;
import static dev.whyvoy.core.fact.FactNames.RESET_REASON;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_CODE;
import static dev.whyvoy.core.fact.FactNames.TLS_REASON;

import dev.whyvoy.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Puts together what was read of one and the same failure. Pieces of a text belong together until
 * one contradicts what was read before; an access record always stands for itself.
 */
final class Events {
  /** Facts that one failure has once. */
  private static final List<String> ONCE =
      List.of(
          RESET_REASON,
          DETAILS_NAME,
          REPLY_BODY,
          RESPONSE_CODE,
          TLS_REASON,
          ERRNO,
          LOCAL_CLOSE_REASON);

  private final List<Reading> events = new ArrayList<>();
  private Reading open = new Reading();
  private OptionalInt unreadFrom = OptionalInt.empty();

  /** Notes where reading ended early; of several places the first counts. */
  void unreadFrom(int at) {
    unreadFrom = unreadFrom.isPresent() ? unreadFrom : OptionalInt.of(at);
  }

  /** Where reading ended early. */
  OptionalInt unreadFrom() {
    return unreadFrom;
  }

  /** Adds a piece of free text. */
  void add(Reading piece) {
    if (contradicts(piece.facts().build(), open.facts().build())) {
      close();
    }
    open.merge(piece);
  }

  /** Adds an access record. */
  void addRecord(Reading record) {
    events.add(record);
  }

  /** Every event that something was read of, in the order of their places. */
  List<Reading> all() {
    close();
    return events.stream()
        .filter(event -> !event.isEmpty())
        .sorted((a, b) -> Integer.compare(a.span().from(), b.span().from()))
        .toList();
  }

  /** Ends the piece of free text: what follows is of something else. */
  void close() {
    events.add(open);
    open = new Reading();
  }

  private static boolean contradicts(Facts piece, Facts before) {
    return ONCE.stream()
        .anyMatch(
            name ->
                piece.has(name) && before.has(name) && !piece.get(name).equals(before.get(name)));
  }
}

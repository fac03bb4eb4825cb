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
import java.util.Comparator;
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

  /** Events that are kept: whoever pastes more has a log, which other commands are for. */
  static final int MOST = 200;

  private final List<Reading> events = new ArrayList<>();
  private Reading open = new Reading();
  private OptionalInt unreadFrom = OptionalInt.empty();

  /** Notes where reading ended early; of several places the first counts. */
  void unreadFrom(int at) {
    unreadFrom = OptionalInt.of(Math.min(at, unreadFrom.orElse(at)));
  }

  /** Where reading ended early. */
  OptionalInt unreadFrom() {
    return unreadFrom;
  }

  /** Adds a piece of free text. */
  void add(Reading piece) {
    if (piece.isBlank()) {
      return;
    }
    if (contradicts(piece.facts().build(), open.facts().build())) {
      close();
    }
    open.merge(piece);
  }

  /** Adds an access record. */
  void addRecord(Reading record) {
    if (!record.isEmpty()) {
      events.add(record);
    }
  }

  /** Whether there are as many as are kept. */
  boolean isFull() {
    return events.size() >= MOST;
  }

  /** The events that something was read of, in the order of their places, as many as are kept. */
  List<Reading> all() {
    close();
    events.sort(Comparator.comparingInt(event -> event.span().from()));
    if (events.size() > MOST) {
      unreadFrom(events.get(MOST).span().from());
    }
    return events.subList(0, Math.min(MOST, events.size()));
  }

  /** Ends the piece of free text: what follows is of something else. */
  void close() {
    if (!open.isEmpty()) {
      events.add(open);
    }
    open = new Reading();
  }

  private static boolean contradicts(Facts piece, Facts before) {
    return ONCE.stream()
        .anyMatch(
            name ->
                piece.has(name) && before.has(name) && !piece.get(name).equals(before.get(name)));
  }
}

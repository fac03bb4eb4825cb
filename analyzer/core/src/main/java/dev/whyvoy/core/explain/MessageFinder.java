package dev.whyvoy.core.explain;

import dev.whyvoy.core.knowledge.Dialect;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Finds every message of the knowledge in a text. Safe for many threads. */
final class MessageFinder {
  /** Places of one text at which messages are looked for, so that hostile texts end soon. */
  private static final int MOST_PLACES = 1000;

  private final Knowledge knowledge;
  private final AtomicReferenceArray<TemplateMatcher> matchers;

  MessageFinder(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.matchers = new AtomicReferenceArray<>(knowledge.messageCount());
  }

  /** Every match, also those within and across others: the earliest and the most literal first. */
  List<Match> find(String text) {
    List<Match> found = new ArrayList<>();
    Literals literals = new Literals(text);
    int places = 0;
    for (int at = 0; at < text.length() && places < MOST_PLACES; at++) {
      int before = found.size();
      addAt(literals, at, knowledge.messageIndex().candidates(text, at), found);
      places += found.size() > before ? 1 : 0;
    }
    found.sort(
        Comparator.comparingInt(Match::from)
            .thenComparingInt(match -> -match.literals())
            .thenComparingInt(match -> -match.to())
            .thenComparing(match -> !isSpelt(match, text))
            .thenComparingInt(match -> rank(match.message().dialect())));
    return tied(found);
  }

  /** Whether a text holds at least as many messages as are looked for. */
  static boolean isFull(List<Match> matches) {
    return matches.size() >= MOST_PLACES
        && matches.stream().mapToInt(Match::from).distinct().count() >= MOST_PLACES;
  }

  /** Whether the text has blanks and underscores where the template has them. */
  static boolean isSpelt(Match match, String text) {
    String template = match.message().template();
    int variable = template.indexOf('<');
    return text.startsWith(variable < 0 ? template : template.substring(0, variable), match.from());
  }

  /** Of texts that are several things, what they most often are when pasted alone. */
  private static int rank(Dialect dialect) {
    return dialect == Dialect.RESET_REASON ? -1 : dialect.ordinal();
  }

  /** One match for all messages with the same text. */
  private static List<Match> tied(List<Match> sorted) {
    List<Match> matches = new ArrayList<>();
    int i = 0;
    while (i < sorted.size()) {
      Match first = sorted.get(i);
      List<Message> ties = new ArrayList<>();
      while (i < sorted.size() && first.ties(sorted.get(i))) {
        ties.add(sorted.get(i++).message());
      }
      matches.add(ties.size() == 1 ? first : first.with(ties));
    }
    return matches;
  }

  /** The messages that the whole text is, the most literal first. */
  List<Match> whole(String text) {
    List<Match> found = text.length() < 4 ? new ArrayList<>() : find(text);
    if (text.length() < 4 && !text.isEmpty()) {
      addAt(new Literals(text), 0, knowledge.messageIndex().shortCandidates(text, 0), found);
    }
    return found.stream()
        .filter(match -> match.from() == 0 && match.to() == text.length())
        .toList();
  }

  private void addAt(Literals text, int at, int[] candidates, List<Match> found) {
    for (int candidate : candidates) {
      Match match = matcher(candidate).match(text, at);
      if (match != null) {
        found.add(match);
      }
    }
  }

  private TemplateMatcher matcher(int position) {
    TemplateMatcher matcher = matchers.get(position);
    if (matcher == null) {
      Message message = knowledge.message(position);
      matcher = new TemplateMatcher(message);
      matchers.set(position, matcher);
    }
    return matcher;
  }
}

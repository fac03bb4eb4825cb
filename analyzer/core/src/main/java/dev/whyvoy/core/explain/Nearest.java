package dev.whyvoy.core.explain;

import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.core.knowledge.MessageIndex;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds known texts that share many runs of three characters with a text that is not known. */
final class Nearest {
  private static final int MOST = 3;
  private static final double LEAST_SHARE = 0.4;
  private static final int LONGEST = 2000;

  private Nearest() {}

  private record Candidate(String text, double share) {}

  /** Templates of the nearest messages, the nearest first; none if nothing is near. */
  static List<String> of(String text, Knowledge knowledge) {
    Set<String> given = grams(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    if (given.isEmpty()) {
      return List.of();
    }
    return knowledge.messages().stream()
        .map(message -> candidate(message, given))
        .filter(candidate -> candidate.share() >= LEAST_SHARE)
        .sorted(
            Comparator.comparingDouble(Candidate::share).reversed().thenComparing(Candidate::text))
        .map(Candidate::text)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Candidate candidate(Message message, Set<String> given) {
    Set<String> known = grams(message.template());
    long shared = known.stream().filter(given::contains).count();
    double all = known.size() + given.size() - shared;
    return new Candidate(message.template(), all == 0 ? 0 : shared / all);
  }

  private static Set<String> grams(String text) {
    StringBuilder plain = new StringBuilder();
    for (char c : text.strip().toLowerCase(Locale.ROOT).toCharArray()) {
      plain.append(MessageIndex.fold(c));
    }
    Set<String> grams = new HashSet<>();
    for (int i = 0; i + 3 <= plain.length(); i++) {
      grams.add(plain.substring(i, i + 3));
    }
    return grams;
  }
}

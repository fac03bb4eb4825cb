package dev.whyvoy.core.explain;

import dev.whyvoy.core.knowledge.Cause;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much the words of sentences are those in which causes are described: the cosine of both, a
 * word weighing by how few descriptions hold it. Words that are in every other description, or in
 * what Envoy says of nearly all, do not count.
 */
final class Likeness {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]+");

  /** Names, paths and addresses, which describe nothing. */
  private static final Pattern NAME = Pattern.compile("\\S*[_/:@\\\\]\\S*|\\S+\\.\\S+");

  /** Fewer words in common are chance. */
  private static final int FEWEST_SHARED = 2;

  private static final int SHORTEST_WORD = 3;

  /** A stem keeps as many letters. */
  private static final int SHORTEST_STEM = 4;

  /** Of a word that a description repeats, so many count. */
  private static final int MOST_REPEATED = 3;

  private static final List<String> ENDINGS =
      List.of("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "ly");

  private static final Set<String> COMMON =
      stems(
          """
          the and for that this with are was were from not its but has have had can will after before when while
          until then than into out all any each other more most only same own also there their them they our your
          does did done been being very what who how why where which over under between some many without again
          still even too
          upstream envoy request requests connection connections server error errors proxy service client
          response host port traffic call calls http https tls grpc istio peer
          status code answer answered failure reason return returned fail failed body text line log logs name names
          close closed reset resets get got value way place body
          """);

  private final Map<String, Map<String, Integer>> descriptions = new HashMap<>();
  private final Map<String, Double> weights = new HashMap<>();
  private final Map<String, Double> lengths = new HashMap<>();

  Likeness(List<Cause> causes) {
    Map<String, Integer> holders = new HashMap<>();
    for (Cause cause : causes) {
      Map<String, Integer> words = new HashMap<>();
      add(cause.id().replace('-', ' ') + " " + cause.title() + " " + cause.definition(), words);
      words.keySet().forEach(word -> holders.merge(word, 1, Integer::sum));
      descriptions.put(cause.id(), words);
    }
    holders.forEach((word, n) -> weights.put(word, Math.log(causes.size() / (1.0 + n))));
    descriptions.forEach(
        (id, words) -> {
          double sum = 0;
          for (Map.Entry<String, Integer> word : words.entrySet()) {
            sum += square(times(word.getValue()) * weight(word.getKey()));
          }
          lengths.put(id, Math.sqrt(sum));
        });
  }

  /** Up to 1, for each cause that has a few words in common. */
  Map<String, Double> of(List<String> sentences) {
    Map<String, Integer> words = new HashMap<>();
    sentences.forEach(sentence -> add(sentence, words));
    Set<String> telling = new HashSet<>();
    double length = 0;
    for (String word : words.keySet()) {
      if (weights.containsKey(word)) {
        telling.add(word);
        length += square(weight(word));
      }
    }
    Map<String, Double> likeness = new TreeMap<>();
    for (Map.Entry<String, Map<String, Integer>> description : descriptions.entrySet()) {
      double sum = 0;
      int shared = 0;
      for (String word : telling) {
        int times = times(description.getValue().getOrDefault(word, 0));
        sum += times * square(weight(word));
        shared += times > 0 ? 1 : 0;
      }
      if (shared >= FEWEST_SHARED) {
        String id = description.getKey();
        likeness.put(id, sum / Math.sqrt(length) / lengths.getOrDefault(id, 1.0));
      }
    }
    return likeness;
  }

  private double weight(String word) {
    return weights.getOrDefault(word, 0.0);
  }

  private static int times(int n) {
    return Math.min(n, MOST_REPEATED);
  }

  private static double square(double x) {
    return x * x;
  }

  private static void add(String text, Map<String, Integer> words) {
    Matcher word =
        WORD.matcher(NAME.matcher(text.toLowerCase(java.util.Locale.ROOT)).replaceAll(" "));
    while (word.find()) {
      String stem = stem(word.group());
      if (word.group().length() >= SHORTEST_WORD && !COMMON.contains(stem)) {
        words.merge(stem, 1, Integer::sum);
      }
    }
  }

  private static Set<String> stems(String words) {
    Set<String> stems = new HashSet<>();
    for (String word : words.strip().split("\\s+")) {
      stems.add(stem(word));
    }
    return stems;
  }

  private static String stem(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}

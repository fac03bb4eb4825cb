package dev.whyvoy.bench.maintain;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What became of texts between two commits, looking at the files that changed.
 *
 * @param before places by text in the changed files of the first commit
 * @param after the same in the second
 */
record TextChanges(Map<String, Set<String>> before, Map<String, Set<String>> after) {

  static TextChanges between(Repository repository, String from, String to) throws IOException {
    Map<String, String> old = repository.sources(from);
    Map<String, String> now = repository.sources(to);
    return new TextChanges(texts(repository, from, old, now), texts(repository, to, now, old));
  }

  private static Map<String, Set<String>> texts(
      Repository repository, String ref, Map<String, String> own, Map<String, String> other)
      throws IOException {
    Map<String, Set<String>> all = new TreeMap<>();
    for (Map.Entry<String, String> file : own.entrySet()) {
      if (!Objects.equals(other.get(file.getKey()), file.getValue())) {
        repository
            .file(ref, file.getKey())
            .ifPresent(
                blob ->
                    Texts.of(file.getKey(), new CppFile(blob.text()))
                        .forEach(
                            (text, places) ->
                                all.computeIfAbsent(text, t -> new TreeSet<>()).addAll(places)));
      }
    }
    return all;
  }

  /** Prints new texts, gone ones and those that moved, each with the message that knows it. */
  void print(KnownTexts known, PrintStream out) {
    Set<String> texts = new TreeSet<>(before.keySet());
    texts.addAll(after.keySet());
    int[] counts = new int[3];
    for (String text : texts) {
      Set<String> old = before.getOrDefault(text, Set.of());
      Set<String> now = after.getOrDefault(text, Set.of());
      if (old.equals(now)) {
        continue;
      }
      int kind = old.isEmpty() ? 0 : now.isEmpty() ? 1 : 2;
      counts[kind]++;
      out.printf("%s \"%s\"  [%s]%n", "+->".charAt(kind), text, known.messageOf(text));
      old.stream().filter(place -> !now.contains(place)).forEach(p -> out.println("    - " + p));
      now.stream().filter(place -> !old.contains(place)).forEach(p -> out.println("    + " + p));
    }
    out.printf("%d new, %d gone, %d moved%n", counts[0], counts[1], counts[2]);
  }
}

package dev.whyvoy.bench.maintain;

import dev.whyvoy.core.knowledge.EnvoyVersion;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Holds every citation against the source of each release it claims. */
final class Verify {
  private final List<Citation> citations;
  private final SortedMap<Place, Map<EnvoyVersion, Location>> places;

  Verify(List<Citation> citations, Locator locator) throws IOException {
    this.citations = citations;
    this.places = locator.locate(citations.stream().map(Citation::place).toList());
  }

  /** Prints what is not where the knowledge says, then the figures; true if all is. */
  boolean print(PrintStream out) {
    long checked = 0;
    long missing = 0;
    for (Citation citation : citations) {
      List<Map.Entry<EnvoyVersion, Location>> claimed =
          places.getOrDefault(citation.place(), Map.of()).entrySet().stream()
              .filter(at -> at.getKey().within(citation.since(), citation.until()))
              .toList();
      List<Map.Entry<EnvoyVersion, Location>> absent =
          claimed.stream().filter(at -> !at.getValue().found()).toList();
      checked += claimed.size();
      missing += absent.size();
      if (!absent.isEmpty()) {
        out.printf("%s: %s%n    %s%n", citation.source(), citation.place().key(), told(absent));
      }
    }
    out.printf(
        "%d citations of %d places; %d checks, place by release: %d hold, %d do not%n",
        citations.size(), places.size(), checked, checked - missing, missing);
    return missing == 0;
  }

  /** Such as {@code no such file: 1.22, 1.23; no such function: 1.24}. */
  private static String told(List<Map.Entry<EnvoyVersion, Location>> absent) {
    List<String> told = new ArrayList<>();
    absent.stream()
        .map(at -> at.getValue().missing())
        .distinct()
        .forEach(
            why ->
                told.add(
                    why
                        + ": "
                        + absent.stream()
                            .filter(at -> at.getValue().missing().equals(why))
                            .map(at -> at.getKey().toString())
                            .collect(Collectors.joining(", "))));
    return String.join("; ", told);
  }
}

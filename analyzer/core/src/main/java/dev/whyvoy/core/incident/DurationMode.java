package dev.whyvoy.core.incident;

import dev.whyvoy.core.record.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The duration around which most records lie.
 *
 * @param millis the middle one of those
 * @param share of all records within a tenth of it, or 5 ms
 */
record DurationMode(long millis, double share) {

  static Optional<DurationMode> of(List<Sighting> sightings) {
    List<Long> all = new ArrayList<>();
    for (Sighting s : sightings) {
      String text = s.text(Field.DURATION);
      if (!text.isEmpty() && text.length() < 10 && text.chars().allMatch(Character::isDigit)) {
        all.add(Long.parseLong(text));
      }
    }
    if (all.size() < 4) {
      return Optional.empty();
    }
    all.sort(null);
    int best = 0;
    int bestFrom = 0;
    int to = 0;
    for (int from = 0; from < all.size(); from++) {
      while (to < all.size() && all.get(to) <= all.get(from) + Math.max(10, all.get(from) / 5)) {
        to++;
      }
      if (to - from > best) {
        best = to - from;
        bestFrom = from;
      }
    }
    return Optional.of(new DurationMode(all.get(bestFrom + best / 2), best / (double) all.size()));
  }
}

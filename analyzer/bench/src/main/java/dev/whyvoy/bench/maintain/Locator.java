package dev.whyvoy.bench.maintain;

import dev.whyvoy.core.knowledge.EnvoyVersion;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds places at every release: each file is read once a release, and parsed once a content. */
final class Locator {
  private final Repository repository;
  private final NavigableMap<EnvoyVersion, String> releases;

  Locator(Repository repository, NavigableMap<EnvoyVersion, String> releases) {
    this.repository = repository;
    this.releases = releases;
  }

  SortedMap<Place, Map<EnvoyVersion, Location>> locate(Collection<Place> places)
      throws IOException {
    SortedMap<Place, Map<EnvoyVersion, Location>> all = new TreeMap<>();
    Map<String, List<Place>> byFile =
        places.stream().distinct().collect(Collectors.groupingBy(Place::file));
    for (Map.Entry<String, List<Place>> file : byFile.entrySet()) {
      Map<String, CppFile> parsed = new HashMap<>();
      for (Map.Entry<EnvoyVersion, String> release : releases.entrySet()) {
        Optional<Repository.Blob> blob = repository.file(release.getValue(), file.getKey());
        for (Place place : file.getValue()) {
          Location location =
              blob.map(b -> parsed.computeIfAbsent(b.id(), id -> new CppFile(b.text())))
                  .map(cpp -> cpp.find(place.function(), place.at()))
                  .orElse(Location.NO_FILE);
          all.computeIfAbsent(place, p -> new TreeMap<>()).put(release.getKey(), location);
        }
      }
    }
    return all;
  }
}

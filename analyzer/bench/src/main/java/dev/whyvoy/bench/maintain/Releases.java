package dev.whyvoy.bench.maintain;

import dev.whyvoy.core.knowledge.EnvoyVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which commit of a checkout stands for which release. */
final class Releases {
  private static final String COMMITS = "releases.csv";

  private Releases() {}

  /**
   * The releases that the checkout holds, with a ref: the tag if there is one, else the commit that
   * this project knows.
   */
  static NavigableMap<EnvoyVersion, String> in(Repository repository) throws IOException {
    Map<String, String> commits = commits();
    NavigableMap<EnvoyVersion, String> refs = new TreeMap<>();
    for (EnvoyVersion version : EnvoyVersion.all()) {
      String commit = commits.getOrDefault(version.toString(), "");
      if (repository.has(version.gitRef())) {
        refs.put(version, version.gitRef());
      } else if (!commit.isEmpty() && repository.has(commit)) {
        refs.put(version, commit);
      }
    }
    return refs;
  }

  /**
   * A ref for what a maintainer may write: a release, or anything that Git knows.
   *
   * @throws IOException if the checkout has no such commit
   */
  static String ref(Repository repository, String text) throws IOException {
    String known =
        EnvoyVersion.parse(text).map(version -> refOrEmpty(repository, version)).orElse("");
    String ref = known.isEmpty() ? text : known;
    if (!repository.has(ref)) {
      throw new IOException("the checkout has no " + text);
    }
    return ref;
  }

  private static String refOrEmpty(Repository repository, EnvoyVersion version) {
    try {
      return in(repository).getOrDefault(version, "");
    } catch (IOException e) {
      return "";
    }
  }

  private static Map<String, String> commits() throws IOException {
    InputStream file = Objects.requireNonNull(Releases.class.getResourceAsStream(COMMITS), COMMITS);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    }
  }
}

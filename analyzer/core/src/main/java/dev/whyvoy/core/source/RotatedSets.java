package dev.whyvoy.core.source;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Logs of which older parts were moved aside: {@code access.log}, {@code access.log.1}, {@code
 * access.log.2.gz}, or {@code access.log-20260304}.
 */
final class RotatedSets {
  private static final Pattern PART =
      Pattern.compile("(.+?)[.-]([0-9][0-9T:._-]*)(Z?)(\\.(?:gz|zst|zstd|bz2|xz))?");
  private static final Pattern PACKED = Pattern.compile("(.+?)(\\.(?:gz|zst|zstd|bz2|xz))");

  /** Longest number that says how often a file was moved; longer ones are dates. */
  private static final int COUNT = 4;

  private RotatedSets() {}

  /**
   * A file of a set.
   *
   * @param base name of the newest file of the set
   * @param mark what was put behind the name; null for the newest
   */
  private record Part(Path path, Path base, @Nullable String mark) {
    /** Older parts first: high counts, then early dates, and last the one still written. */
    private BigInteger age() {
      if (mark == null) {
        return BigInteger.valueOf(Long.MAX_VALUE).pow(3);
      }
      String digits = mark.replaceAll("[^0-9]", "");
      BigInteger number = new BigInteger(digits);
      return digits.length() <= COUNT ? number.negate() : number;
    }
  }

  /** The same files; those of a set stand where its first stood, oldest first. */
  static List<Path> inOrder(List<Path> files) {
    Map<Path, List<Part>> sets = new LinkedHashMap<>();
    for (Path file : files) {
      Part part = part(file);
      sets.computeIfAbsent(part.base, base -> new ArrayList<>()).add(part);
    }
    List<Path> all = new ArrayList<>();
    for (List<Part> set : sets.values()) {
      set.stream().sorted(Comparator.comparing(Part::age)).map(Part::path).forEach(all::add);
    }
    return all;
  }

  private static Part part(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    Matcher part = PART.matcher(name);
    if (part.matches()) {
      return new Part(file, file.resolveSibling(part.group(1)), part.group(2));
    }
    Matcher packed = PACKED.matcher(name);
    return new Part(file, packed.matches() ? file.resolveSibling(packed.group(1)) : file, null);
  }
}

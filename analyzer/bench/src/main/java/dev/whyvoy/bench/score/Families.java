package dev.whyvoy.bench.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which family each cause belongs to, read from a Markdown vocabulary: a heading names the family,
 * the rows of the table below it start with the cause.
 */
final class Families {
  private static final Pattern HEADING = Pattern.compile("## ([^(]+?) *\\(.*");
  private static final Pattern ROW = Pattern.compile("\\| ([a-z0-9-]+) \\|.*");

  private final Map<String, String> byCause = new HashMap<>();

  private Families() {}

  static Families read(Path vocabulary) throws IOException {
    Families families = new Families();
    String family = "";
    for (String line : Files.readAllLines(vocabulary)) {
      Matcher heading = HEADING.matcher(line);
      Matcher row = ROW.matcher(line);
      if (heading.matches()) {
        family = heading.group(1);
      } else if (row.matches()) {
        families.byCause.put(row.group(1), family);
      }
    }
    return families;
  }

  @Nullable String of(String cause) {
    return byCause.get(cause);
  }
}

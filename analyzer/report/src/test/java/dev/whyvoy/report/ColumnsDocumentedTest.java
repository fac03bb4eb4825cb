package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every column is explained, in the part about its output. */
class ColumnsDocumentedTest {
  @Test
  void everyColumnIsExplained() throws IOException {
    String[] parts = Files.readString(Path.of("COLUMNS.md")).split("\n## ", -1);
    Map<Integer, List<String>> columns =
        Map.of(
            1, SummaryCsv.COLUMNS,
            2, AnnotationCsv.COLUMNS,
            3, ComparisonCsv.COLUMNS);
    assertThat(parts).hasSize(4);
    columns.forEach(
        (part, names) ->
            assertThat(names).allMatch(name -> parts[part].contains("`" + name + "`")));
    assertThat(parts[2]).contains("`more_cells`");
  }
}

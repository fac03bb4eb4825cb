package dev.whyvoy.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.KnownFormats;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.record.LogFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A small log of each known format in {@code samples/formats}, beside what it is read as: its
 * format, and every field of every line. Both are written anew by {@code -Dgolden=rewrite}.
 */
class FormatSamplesTest {
  private static final Path FOLDER = Path.of("../../samples/formats");
  private static final String EXPECTED = ".fields.expected";

  @TestFactory
  Stream<DynamicTest> readWithoutHint() throws IOException {
    Map<String, String> logs = logs();
    if ("rewrite".equals(System.getProperty("golden"))) {
      Files.createDirectories(FOLDER);
      for (Map.Entry<String, String> log : logs.entrySet()) {
        Files.writeString(FOLDER.resolve(log.getKey() + ".log"), log.getValue());
        Files.writeString(FOLDER.resolve(log.getKey() + EXPECTED), read(log.getValue()));
      }
    }
    return logs.keySet().stream()
        .map(
            id ->
                DynamicTest.dynamicTest(
                    id,
                    () -> {
                      String log = Files.readString(FOLDER.resolve(id + ".log"));
                      assertThat(read(log))
                          .isEqualTo(Files.readString(FOLDER.resolve(id + EXPECTED)));
                    }));
  }

  @Test
  void everyKnownFormatHasOne() throws IOException {
    Map<String, String> logs = logs();
    for (LogFormat format : KnownFormats.get().all()) {
      if (!List.of("json", "key-value", "als-json").contains(format.id())) {
        assertThat(logs).containsKey(format.id());
      }
    }
  }

  private static Map<String, String> logs() throws IOException {
    Map<String, String> logs = new TreeMap<>();
    for (LogFormat format : KnownFormats.get().all()) {
      if (format.kind() == LogFormat.Kind.TEXT && !format.format().isEmpty()) {
        logs.put(format.id(), log(r -> EnvoyFormat.text(format.format(), r), Requests.ALL));
      } else if (!format.format().isEmpty()) {
        Map<String, String> keys =
            EnvoyFormat.JSON.readValue(format.format(), new TypeReference<>() {});
        logs.put(format.id(), log(r -> EnvoyFormat.typed(keys, r), Requests.ALL));
      }
    }
    for (OtherFormat format : OtherFormat.ALL) {
      logs.put(format.id(), log(format.line(), format.requests()));
    }
    return logs;
  }

  private static String log(
      Function<Map<String, String>, String> line, List<Map<String, String>> requests) {
    return requests.stream().map(line).collect(Collectors.joining("\n")) + "\n";
  }

  /** The formats found, and a line of JSON for each line: what it is, and its fields. */
  private static String read(String log) throws IOException {
    LineReader reader = new LineReader();
    Map<String, Integer> formats = new TreeMap<>();
    StringBuilder lines = new StringBuilder();
    for (String line : log.lines().toList()) {
      byte[] bytes = Bytes.padded(line);
      LineKind kind = reader.read(bytes, 0, bytes.length - Bytes.PADDING);
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("kind", kind.words());
      if (kind == LineKind.ACCESS) {
        LogFormat format = reader.record().format();
        formats.merge(format == null ? "json" : format.id(), 1, Integer::sum);
        for (Map.Entry<Field, String> field : reader.record().fields().entrySet()) {
          fields.put(field.getKey().key(), field.getValue());
        }
      }
      lines.append(EnvoyFormat.JSON.writeValueAsString(fields)).append('\n');
    }
    return formats + "\n" + lines;
  }
}

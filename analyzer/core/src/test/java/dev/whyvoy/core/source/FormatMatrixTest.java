package dev.whyvoy.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.KnownFormats;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.record.LogFormat;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every known format in every wrapper is read without a hint, and every field is right. */
class FormatMatrixTest {
  /** Lines of a format with what they say. */
  private record Lines(String name, List<String> lines, List<Map<String, String>> expected) {}

  @TestFactory
  Stream<DynamicNode> formatsInWrappers() throws JsonProcessingException {
    List<Lines> all = new ArrayList<>();
    for (LogFormat format : KnownFormats.get().all()) {
      if (format.format().isEmpty()) {
        continue;
      }
      if (format.kind() == LogFormat.Kind.TEXT) {
        all.add(
            lines(
                format.id(),
                Requests.ALL,
                request -> EnvoyFormat.text(format.format(), request),
                request -> EnvoyFormat.fields(format.format(), request)));
      } else {
        Map<String, String> keys =
            EnvoyFormat.JSON.readValue(format.format(), new TypeReference<>() {});
        String commands = String.join(" ", keys.values());
        all.add(
            lines(
                format.id(),
                Requests.ALL,
                request -> EnvoyFormat.typed(keys, request),
                request -> EnvoyFormat.fields(commands, request)));
        all.add(
            lines(
                format.id() + ", strings",
                Requests.ALL,
                request -> EnvoyFormat.strings(keys, request),
                request -> EnvoyFormat.fields(commands, request)));
      }
    }
    for (OtherFormat format : OtherFormat.ALL) {
      all.add(lines(format.id(), format.requests(), format.line(), format::expected));
    }
    return all.stream()
        .map(
            lines ->
                DynamicContainer.dynamicContainer(
                    lines.name,
                    Wrapper.ALL.stream()
                        .map(
                            wrapper ->
                                DynamicTest.dynamicTest(
                                    lines.name + " in " + wrapper.name(),
                                    () -> check(lines, wrapper)))));
  }

  private static Lines lines(
      String name,
      List<Map<String, String>> requests,
      Function<Map<String, String>, String> line,
      Function<Map<String, String>, Map<String, String>> expected) {
    return new Lines(
        name, requests.stream().map(line).toList(), requests.stream().map(expected).toList());
  }

  private static void check(Lines lines, Wrapper wrapper) {
    List<Map<String, String>> records = read(wrapper.log().apply(lines.lines));
    for (int i = 0; i < Math.min(records.size(), lines.lines.size()); i++) {
      Map<String, String> expected = new TreeMap<>(lines.expected.get(i));
      expected.putAll(wrapper.says());
      Map<String, String> actual = new TreeMap<>();
      for (String key : expected.keySet()) {
        actual.put(key, records.get(i).getOrDefault(key, "-"));
      }
      assertThat(actual).as(lines.lines.get(i)).isEqualTo(expected);
    }
    assertThat(records).as(wrapper.log().apply(lines.lines)).hasSameSizeAs(lines.lines);
  }

  /** The access records of a log, without what is a line of another kind by design. */
  private static List<Map<String, String>> read(String log) {
    List<Map<String, String>> records = new ArrayList<>();
    Input input = Input.stream("-", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
    LineReader reader = new LineReader();
    Block block = new Block();
    try (LineSource source = new LineSource(List.of(input), Limits.USUAL, true)) {
      while (source.next(block)) {
        int at = block.from();
        while (at < block.to()) {
          int end = Bytes.newline(block.bytes(), at, block.to());
          LineKind kind = reader.read(block.bytes(), at, end);
          if (kind == LineKind.ACCESS) {
            Map<String, String> fields = new TreeMap<>();
            for (Field field : Field.values()) {
              if (reader.record().has(field)) {
                fields.put(field.key(), Objects.requireNonNull(reader.record().text(field)));
              }
            }
            records.add(fields);
          } else {
            assertThat(kind)
                .as(new String(block.bytes(), at, end - at, StandardCharsets.UTF_8))
                .isEqualTo(LineKind.APPLICATION_LOG);
          }
          at = end + 1;
        }
      }
      assertThat(source.problems()).isEmpty();
    }
    return records;
  }
}

package dev.whyvoy.core.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The access log formats that come with whyvoy. */
public final class KnownFormats {
  private static final String TABLE = "formats.tsv";

  private final List<LogFormat> all = new ArrayList<>();
  private final Map<String, TextMatcherSource> text = new LinkedHashMap<>();
  private final Map<Set<String>, LogFormat> json = new LinkedHashMap<>();
  private final Map<String, Field> aliases = new HashMap<>();

  private KnownFormats() {
    for (Field field : Field.values()) {
      aliases.put(field.key(), field);
    }
  }

  /** The formats, read once. */
  public static KnownFormats get() {
    return Holder.FORMATS;
  }

  /** Every format, in the order in which they are tried. */
  public List<LogFormat> all() {
    return List.copyOf(all);
  }

  /** The format with this id. */
  public Optional<LogFormat> find(String id) {
    return all.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  /** A matcher for each shape of text lines. */
  List<TextMatcher> matchers() {
    return text.values().stream()
        .map(source -> new TextMatcher(source.format, source.layout))
        .toList();
  }

  JsonKeys keys() {
    return new JsonKeys(aliases);
  }

  /** The meaning of keys when some of them are given. */
  JsonKeys keys(List<Map<String, String>> given) {
    Map<String, Field> all = new HashMap<>(aliases);
    given.forEach(format -> FormatMap.addTo(all, format));
    return new JsonKeys(all);
  }

  /** The JSON format that has just these keys, if any. */
  Optional<LogFormat> jsonFormat(Set<String> keys) {
    return Optional.ofNullable(json.get(keys));
  }

  /** The JSON format that shares most keys, if it shares most of its own. */
  Optional<LogFormat> nearestJsonFormat(Set<String> keys) {
    LogFormat nearest = null;
    double most = 0.5;
    for (Map.Entry<Set<String>, LogFormat> each : json.entrySet()) {
      long shared = each.getKey().stream().filter(keys::contains).count();
      double share = (double) shared / Math.max(keys.size(), each.getKey().size());
      if (share > most) {
        most = share;
        nearest = each.getValue();
      }
    }
    return Optional.ofNullable(nearest);
  }

  private void read(BufferedReader table) throws IOException {
    List<String> head = List.of();
    List<FormatPart> parts = new ArrayList<>();
    Set<String> keys = new TreeSet<>();
    for (String line = table.readLine(); line != null; line = table.readLine()) {
      List<String> cells = FormatTable.cells(line);
      switch (cells.get(0)) {
        case "L" -> parts.add(new FormatPart.Literal(cells.get(1)));
        case "C" ->
            parts.add(
                new FormatPart.Command(cells.get(1), cells.get(2), cells.get(3), cells.get(4)));
        case "K" -> keys.add(cells.get(1));
        default -> {
          add(head, parts, keys);
          parts.clear();
          keys.clear();
          head = cells;
        }
      }
    }
    add(head, parts, keys);
  }

  private void add(List<String> head, List<FormatPart> parts, Set<String> keys) {
    switch (head.isEmpty() ? "" : head.get(0)) {
      case "T" -> {
        TextLayout layout = TextLayout.of(parts);
        TextMatcherSource first = text.get(layout.shape());
        LogFormat format = format(LogFormat.Kind.TEXT, head, first == null ? null : first.format);
        all.add(format);
        text.putIfAbsent(layout.shape(), new TextMatcherSource(format, layout));
      }
      case "J" -> {
        Set<String> of = Set.copyOf(keys);
        LogFormat format = format(LogFormat.Kind.JSON, head, json.get(of));
        all.add(format);
        json.putIfAbsent(of, format);
      }
      case "O" -> {
        boolean text = head.get(6).equals("text");
        LogFormat named = format(text ? LogFormat.Kind.TEXT : LogFormat.Kind.JSON, head, null);
        all.add(named.withoutFormat());
      }
      case "A" -> {
        Field field = Field.of(head.get(2));
        if (field != null) {
          aliases.put(head.get(1), field);
        }
      }
      default -> {}
    }
  }

  private static LogFormat format(
      LogFormat.Kind kind, List<String> head, @org.jspecify.annotations.Nullable LogFormat like) {
    return new LogFormat(
        head.get(1),
        kind,
        head.get(2),
        head.get(3),
        head.get(4),
        head.get(5),
        head.get(6),
        Optional.ofNullable(like).map(LogFormat::id));
  }

  private record TextMatcherSource(LogFormat format, TextLayout layout) {}

  private static final class Holder {
    private static final KnownFormats FORMATS = load();

    private static KnownFormats load() {
      KnownFormats formats = new KnownFormats();
      try (InputStream in = KnownFormats.class.getResourceAsStream(TABLE)) {
        if (in == null) {
          throw new IOException("the build did not compile the known formats: no " + TABLE);
        }
        formats.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return formats;
    }
  }
}

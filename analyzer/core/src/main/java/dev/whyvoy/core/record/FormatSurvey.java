package dev.whyvoy.core.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells in which formats the lines of a log are, stretch by stretch, and how that was told. */
public final class FormatSurvey {
  /** Most stretches that are kept apart. */
  private static final int MOST = 1000;

  private static final JsonFactory JSON = new JsonFactory();

  private final List<Stretch> stretches = new ArrayList<>();
  private @Nullable Stretch last;

  /**
   * Lines in a row that are of one format.
   *
   * @param first number of the first, from 1
   * @param last number of the last
   * @param lines how many of those between are of the format
   * @param ambiguous how many of them could be read another way
   * @param what id of the format, or what the lines are
   * @param why how that was told
   * @param around what stands around the lines; empty if nothing
   */
  public record Stretch(
      long first, long last, long lines, long ambiguous, String what, String why, String around) {
    private Stretch and(long number, boolean several) {
      return new Stretch(
          first, number, lines + 1, ambiguous + (several ? 1 : 0), what, why, around);
    }

    private boolean isLike(Stretch other) {
      return what.equals(other.what) && why.equals(other.why) && around.equals(other.around);
    }
  }

  /** Adds the line that {@code reader} just read, in order. */
  public void add(LineKind kind, LineReader reader, long number) {
    if (kind == LineKind.BLANK) {
      return;
    }
    boolean several = kind == LineKind.ACCESS && reader.record().ambiguous();
    Stretch one = stretch(kind, reader, number, several ? 1 : 0);
    Stretch before = last;
    if (before != null && before.isLike(one)) {
      last = before.and(number, several);
      stretches.set(stretches.size() - 1, before.and(number, several));
    } else if (stretches.size() < MOST) {
      last = one;
      stretches.add(one);
    } else {
      last = null;
      merge(one);
    }
  }

  /** Beyond the bound, lines are counted with the first stretch of their format. */
  private void merge(Stretch one) {
    for (int i = 0; i < stretches.size(); i++) {
      if (stretches.get(i).isLike(one)) {
        stretches.set(i, stretches.get(i).and(one.last, one.ambiguous > 0));
        return;
      }
    }
  }

  /** Stretches in their order; those of one format as one if there are more than {@code most}. */
  public List<Stretch> stretches(int most) {
    if (stretches.size() <= most) {
      return List.copyOf(stretches);
    }
    List<Stretch> all = new ArrayList<>();
    for (Stretch each : stretches) {
      int same = -1;
      for (int i = 0; i < all.size() && same < 0; i++) {
        same = all.get(i).isLike(each) ? i : -1;
      }
      if (same < 0) {
        all.add(each);
      } else {
        Stretch sum = all.get(same);
        all.set(
            same,
            new Stretch(
                sum.first,
                Math.max(sum.last, each.last),
                sum.lines + each.lines,
                sum.ambiguous + each.ambiguous,
                sum.what,
                sum.why,
                sum.around));
      }
    }
    return all;
  }

  private static Stretch stretch(LineKind kind, LineReader reader, long number, long several) {
    String around =
        reader.envelopes().stream().map(Envelope::words).collect(Collectors.joining(", "));
    if (kind != LineKind.ACCESS) {
      return new Stretch(number, number, 1, 0, kind.words(), "", around);
    }
    AccessRecord record = reader.record();
    LogFormat format = record.format();
    String what = "";
    String why = "";
    if (format != null) {
      what = format.id() + alike(format);
      why =
          format.format().isEmpty()
              ? said(format.note())
              : "every column of the format string fits";
    } else if (record.json()) {
      return json(reader, number, around);
    } else {
      what = "text of no known format";
      why = "status and flags behind a request line; the rest by the order of Envoy's columns";
    }
    return new Stretch(number, number, 1, several, what, why, around);
  }

  /** A sentence as the end of another one. */
  private static String said(String note) {
    String open = note.strip().replaceAll("\\.$", "");
    return open.isEmpty() ? open : Character.toLowerCase(open.charAt(0)) + open.substring(1);
  }

  private static String alike(LogFormat format) {
    List<String> others =
        KnownFormats.get().all().stream()
            .filter(other -> other.like().equals(java.util.Optional.of(format.id())))
            .map(LogFormat::id)
            .toList();
    return others.isEmpty() ? "" : " (the same as " + String.join(", ", others) + ")";
  }

  private static Stretch json(LineReader reader, long number, String around) {
    Set<String> keys = keys(reader.jsonLine());
    LogFormat known = KnownFormats.get().jsonFormat(keys).orElse(null);
    if (known != null) {
      String what = known.id() + alike(known);
      return new Stretch(number, number, 1, 0, what, "it has just the keys of the format", around);
    }
    LogFormat nearest = KnownFormats.get().nearestJsonFormat(keys).orElse(null);
    List<String> read = new ArrayList<>();
    keys.stream().sorted().filter(ColumnNames::isField).limit(4).forEach(read::add);
    String why = "its keys say what they are: " + String.join(", ", read);
    String like = nearest == null ? "" : " like " + nearest.id();
    return new Stretch(number, number, 1, 0, "JSON" + like, why, around);
  }

  private static Set<String> keys(byte[] line) {
    Set<String> keys = new HashSet<>();
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        keys.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
    } catch (IOException e) {
      // What was read until there will do.
    }
    return keys;
  }
}

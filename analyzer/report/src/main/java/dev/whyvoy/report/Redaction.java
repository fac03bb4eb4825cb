package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.summary.Detail;
import dev.whyvoy.core.summary.Group;
import dev.whyvoy.core.summary.Summary;
import dev.whyvoy.report.Pseudonyms.Kind;
import dev.whyvoy.report.Secrets.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hides who was there: addresses, query strings, ids, user agents, tokens, e-mail addresses. In one
 * run the same value always gets the same name ({@code ip-1}, {@code agent-2}), so that what
 * belongs together still does; the names are numbered in the order in which values appear. Ports
 * stay, and so do names of clusters, routes, hosts in a mesh, pods, and paths without their ids.
 *
 * <p>Of a log line only fields that are known to be harmless stay; of a line that was not
 * understood its shape. Not safe for several threads.
 */
public final class Redaction {
  /** What is said about it to readers. */
  public static final String STATEMENT =
      "redacted: addresses, query strings, ids, user agents, tokens, e-mail addresses; in this"
          + " output the same name stands for the same value";

  /** Values kept in mind to be found in texts; beyond that, the older ones are forgotten. */
  private static final int MOST = 20_000;

  private static final int SHORTEST = 4;
  private static final int SHORTEST_LINE = 24;

  private final Pseudonyms names = new Pseudonyms();
  private final LineReader reader;

  /** Values of fields that should not be seen, by their first letters. */
  private final Map<String, List<String>> known = new HashMap<>();

  private final Map<String, String> nameOf = new HashMap<>();

  /** Lines that were not understood. */
  private final List<String> unread = new ArrayList<>();

  /**
   * A redaction that knows nothing yet.
   *
   * @param reader reads the lines that are to be redacted
   */
  public Redaction(LineReader reader) {
    this.reader = reader;
  }

  /** Learns which values of a log should not be seen. */
  public void learn(SummaryView view) {
    learn(view.summary());
  }

  /** Learns which values of a record should not be seen. */
  public void learn(Map<Field, String> record) {
    record.forEach(
        (field, value) -> {
          if (Sensitive.whole(field)) {
            learn(field, value);
          }
        });
  }

  /** Learns which values of a log should not be seen. */
  public void learn(Summary summary) {
    for (Group group : summary.groups()) {
      for (int i = 0; i < summary.by().size(); i++) {
        learn(summary.by().get(i), group.signature().by().get(i));
      }
      group.detail().ifPresent(this::learn);
    }
    summary.hosts().counts().keySet().forEach(host -> learn(Field.UPSTREAM_HOST, host));
    summary.notUnderstood().values().forEach(unread::addAll);
  }

  private void learn(Detail detail) {
    detail.lines().forEach(this::line);
    for (Field field : Detail.places()) {
      detail.place(field).top(Integer.MAX_VALUE).forEach(entry -> learn(field, entry.value()));
    }
  }

  private void learn(Field field, String value) {
    if (value.length() >= SHORTEST) {
      String name = value(field, value);
      if (!name.equals(value) && field != Field.PATH) {
        remember(value, name);
      }
    }
  }

  private void remember(String value, String name) {
    if (nameOf.size() >= MOST) {
      nameOf.clear();
      known.clear();
    }
    boolean ours = value.equalsIgnoreCase("envoy");
    if (value.length() >= SHORTEST && !ours && nameOf.putIfAbsent(value, name) == null) {
      known.computeIfAbsent(value.substring(0, SHORTEST), key -> new ArrayList<>()).add(value);
    }
  }

  /** {@code text} without what should not be seen: a log line, or any other text. */
  public String text(String text) {
    return spliced(text, find(text));
  }

  /** What to replace in {@code text}, in order. */
  List<Found> find(String text) {
    List<Found> all = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      while (at < end && text.charAt(at) == ' ') {
        at++;
      }
      int read = unreadEnd(text, at, end);
      if (read > at) {
        all.add(new Found(at, read, Shape.of(text.substring(at, read))));
        at = read;
      }
      Optional<String> line =
          end - at < SHORTEST_LINE ? Optional.empty() : asRecord(text.substring(at, end));
      if (line.isPresent()) {
        all.add(new Found(at, end, line.get()));
      } else {
        plain(text, at, end, all);
      }
      at = end + 1;
    }
    return all;
  }

  private Optional<String> asRecord(String line) {
    String redacted = line(line);
    return redacted == null ? Optional.empty() : Optional.of(redacted);
  }

  /** Where a line that was not understood ends, or what is left of one that was cut. */
  private int unreadEnd(String text, int from, int to) {
    for (String line : unread) {
      int same = 0;
      while (from + same < to
          && same < line.length()
          && text.charAt(from + same) == line.charAt(same)) {
        same++;
      }
      if (same == line.length() || same >= SHORTEST_LINE) {
        return from + same;
      }
    }
    return from;
  }

  /** A line of a log with the harmless fields left; null if it is no record. */
  private @Nullable String line(String line) {
    byte[] bytes = Bytes.padded(line);
    if (reader.read(bytes, 0, bytes.length - Bytes.PADDING) != LineKind.ACCESS) {
      return null;
    }
    learn(reader.record().fields());
    return RedactedLine.of(reader.record(), this);
  }

  private void plain(String text, int from, int to, List<Found> all) {
    List<Found> words = new ArrayList<>();
    for (int at = from; at + SHORTEST <= to; at++) {
      List<String> candidates = known.get(text.substring(at, at + SHORTEST));
      if (candidates != null && (at == from || !isWord(text.charAt(at - 1)))) {
        String longest =
            candidates.stream()
                .filter(new At(text, at, to)::holds)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        if (!longest.isEmpty()) {
          words.add(new Found(at, at + longest.length(), nameOf.getOrDefault(longest, "")));
          at += longest.length() - 1;
        }
      }
    }
    int at = from;
    for (Found word : words) {
      all.addAll(Secrets.in(text, at, word.from(), names));
      all.add(word);
      at = word.to();
    }
    all.addAll(Secrets.in(text, at, to, names));
  }

  /** A place in a text at which a whole word may stand. */
  private record At(String text, int at, int to) {
    boolean holds(String word) {
      int end = at + word.length();
      return end <= to
          && text.startsWith(word, at)
          && (end == to || !isWord(text.charAt(end)) || !isWord(text.charAt(end - 1)));
    }
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** What may be seen of a line that was not understood. */
  public static String shape(String line) {
    return Shape.of(line);
  }

  /** Text that was laid out already, as it may be seen; with the statement at its end. */
  public String laidOut(String text, Page page) {
    List<Found> found = new ArrayList<>();
    plain(text, 0, text.length(), found);
    StringBuilder all = new StringBuilder(spliced(text, found)).append('\n');
    Wrapped.lines(STATEMENT, page.prose())
        .forEach(line -> all.append(page.paint(Ink.FAINT, line)).append('\n'));
    return all.toString();
  }

  /** An explanation as it may be seen. */
  public Explanation explanation(Explanation explanation) {
    return RedactedExplanation.of(explanation, this);
  }

  /** JSON objects, one a line, as they may be seen. */
  public String json(String json) throws IOException {
    return RedactedJson.of(json, this);
  }

  /**
   * Rows of CSV as they may be seen.
   *
   * @param header names of the columns
   */
  public String csv(String csv, List<String> header) throws IOException {
    return RedactedCsv.of(csv, header, this);
  }

  /** A page of HTML as it may be seen. */
  public String html(String html) throws IOException {
    return RedactedHtml.of(html, this);
  }

  /** What stands for the value of a field. */
  public String value(Field field, String value) {
    if (value.isEmpty() || value.equals("-") || Pseudonyms.isOne(value)) {
      return value;
    }
    return switch (field) {
      case USER_AGENT -> names.of(Kind.AGENT, value);
      case REQUEST_ID, TRACE_ID, STREAM_ID -> names.of(Kind.ID, value);
      case DOWNSTREAM_PEER_SUBJECT -> names.of(Kind.SUBJECT, value);
      case PATH, REFERER -> path(value);
      case UPSTREAM_HOST,
          UPSTREAM_REMOTE_ADDRESS,
          UPSTREAM_LOCAL_ADDRESS,
          DOWNSTREAM_LOCAL_ADDRESS,
          DOWNSTREAM_REMOTE_ADDRESS,
          DOWNSTREAM_DIRECT_REMOTE_ADDRESS,
          UPSTREAM_HOST_NAME ->
          address(value);
      default -> spliced(value, Secrets.in(value, 0, value.length(), names));
    };
  }

  private String path(String path) {
    int query = path.indexOf('?');
    String before = query < 0 ? path : path.substring(0, query);
    List<String> segments = new ArrayList<>();
    for (String segment : before.split("/", -1)) {
      boolean number = segment.length() >= SHORTEST && segment.matches("[0-9]+");
      segments.add(number ? names.of(Kind.ID, segment) : segment);
    }
    String plain = String.join("/", segments);
    String safe = spliced(plain, Secrets.in(plain, 0, plain.length(), names));
    String rest = query < 0 ? "" : path.substring(query + 1);
    return query < 0
        ? safe
        : safe
            + "?"
            + (Pseudonyms.isOne(rest) ? rest : names.of(Kind.QUERY, path.substring(query)));
  }

  /** An address: a name in place of an IP or host, its port as it is. */
  private String address(String address) {
    List<Found> found = Secrets.in(address, 0, address.length(), names);
    boolean common = address.startsWith("127.0.0.1") || address.startsWith("[::1]");
    if (!found.isEmpty() || common || "/@".indexOf(address.charAt(0)) >= 0) {
      return spliced(address, found);
    }
    if (address.startsWith("envoy://")) {
      return address;
    }
    int colon = address.lastIndexOf(':');
    boolean port = colon > 0 && address.substring(colon + 1).matches("[0-9]{1,5}");
    String host = port ? address.substring(0, colon) : address;
    return names.of(Kind.HOST, host) + (port ? address.substring(colon) : "");
  }

  static String spliced(String text, List<Found> found) {
    if (found.isEmpty()) {
      return text;
    }
    StringBuilder all = new StringBuilder(text.length());
    int at = 0;
    for (Found one : found) {
      all.append(text, at, one.from()).append(one.name());
      at = one.to();
    }
    return all.append(text, at, text.length()).toString();
  }
}

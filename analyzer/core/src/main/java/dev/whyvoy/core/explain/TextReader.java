package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.AUTHORITY;
import static dev.whyvoy.core.fact.FactNames.CLUE;
import static dev.whyvoy.core.fact.FactNames.DETAILS_NAME;
import static dev.whyvoy.core.fact.FactNames.DOWNSTREAM_LOCAL_ADDRESS;
import static dev.whyvoy.core.fact.FactNames.DOWNSTREAM_REMOTE_ADDRESS;
import static dev.whyvoy.core.fact.FactNames.DURATION_MS;
import static dev.whyvoy.core.fact.FactNames.METHOD;
import static dev.whyvoy.core.fact.FactNames.PATH;
import static dev.whyvoy.core.fact.FactNames.PROTOCOL;
import static dev.whyvoy.core.fact.FactNames.REPLY_BODY;
import static dev.whyvoy.core.fact.FactNames.RESET_REASON;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_CODE;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_FLAGS;
import static dev.whyvoy.core.fact.FactNames.TRANSPORT_KIND;
import static dev.whyvoy.core.fact.FactNames.UPSTREAM_CLUSTER;
import static dev.whyvoy.core.fact.FactNames.UPSTREAM_HOST;

import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.hop.Hop;
import dev.whyvoy.core.knowledge.Dialect;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.RecordReader;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads every message of a pasted text. */
final class TextReader {
  /** Fields whose names are words of everyday, so that they count only with a value that fits. */
  private static final Set<String> VALUES_THAT_SAY =
      Set.of(
          RESPONSE_FLAGS,
          FieldNames.DETAILS,
          FieldNames.TRANSPORT,
          FieldNames.LOCAL_CLOSE,
          RESET_REASON);

  /** Fields of which an access record has at least one. */
  private static final Set<String> EXCHANGE =
      Set.of(
          METHOD,
          PATH,
          PROTOCOL,
          DURATION_MS,
          AUTHORITY,
          UPSTREAM_HOST,
          UPSTREAM_CLUSTER,
          DOWNSTREAM_LOCAL_ADDRESS,
          DOWNSTREAM_REMOTE_ADDRESS);

  /** Longer records are not searched for what their fields do not hold, in UTF-16 units. */
  private static final int LONGEST_STRAY = 2000;

  private static final Pattern STACK =
      Pattern.compile(
          "^\\s*(at [\\w.$<>/]+\\(|Traceback \\(|Caused by: |goroutine \\d+ \\[|File \"[^\"]+\", line \\d+)");

  /** Most that stands on either side of a message that has a line for itself, in UTF-16 units. */
  private static final int LONGEST_FRAME = 1000;

  private static final Pattern ONLY_FRAME = Pattern.compile("[\\s\\p{Punct}0-9A-Z]*");

  private final Knowledge knowledge;
  private final MessageFinder finder;
  private final FieldFacts fields;
  private final HttpText http;
  private final FlagFinder flags;
  private final FormFinder forms;
  private final MessageReaders messages;
  private final List<RecordReader> recordReaders;

  TextReader(Knowledge knowledge, List<RecordReader> recordReaders) {
    this.knowledge = knowledge;
    this.recordReaders = recordReaders;
    this.finder = new MessageFinder(knowledge);
    this.fields = new FieldFacts(knowledge, finder);
    this.http = new HttpText(fields);
    this.flags = new FlagFinder(fields);
    this.forms = new FormFinder(fields);
    this.messages = new MessageReaders(knowledge, fields);
  }

  FieldFacts fields() {
    return fields;
  }

  /** What was read, an event each, in the order of their places. */
  List<Reading> read(String paste) {
    return read(paste, at -> {});
  }

  /**
   * What was read, an event each, in the order of their places.
   *
   * @param unreadFrom is told where reading ended, if the text holds too many messages
   */
  List<Reading> read(String paste, IntConsumer unreadFrom) {
    Decoded text = Decoded.of(paste).withoutColours().plain().html();
    Events events = new Events();
    boolean apart = LogStreams.areSeveral(text.text());
    int free = 0;
    int from = 0;
    int length = text.text().length();
    while (from <= length) {
      if (events.isFull()) {
        events.unreadFrom(text.origin(from));
        length = from;
        break;
      }
      int end = text.text().indexOf('\n', from);
      end = end < 0 ? length : end;
      Reading record = record(text.slice(from, end));
      if (record != null) {
        freeText(text.slice(free, from), events, apart);
        events.addRecord(record);
        free = Math.min(end + 1, length);
      }
      from = end + 1;
    }
    freeText(text.slice(free, length), events, apart);
    List<Reading> all = events.all();
    events.unreadFrom().ifPresent(unreadFrom);
    all.forEach(Reading::finish);
    return all;
  }

  private @Nullable Reading record(Decoded line) {
    for (RecordReader reader : recordReaders) {
      Optional<List<RecordReader.Value>> values = reader.read(line.text());
      if (values.isPresent() && isExchange(values.get())) {
        Reading reading = new Reading();
        values.get().forEach(value -> value(value, line, reading));
        strayTransport(line, reading);
        reading.read(Kind.ACCESS_LOG, line.span(0, line.text().length()));
        reading.hop(hop(values.get()));
        return reading;
      }
    }
    return null;
  }

  private static Hop hop(List<RecordReader.Value> values) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    for (RecordReader.Value value : values) {
      Field field = Field.ofFact(value.name());
      if (field != null) {
        fields.putIfAbsent(field, value.value());
      }
    }
    long time = AccessRecord.time(fields.getOrDefault(Field.START_TIME, "-"));
    return new Hop(
        fields,
        time == AccessRecord.NO_TIME
            ? AccessRecord.time(fields.getOrDefault(Field.LOG_TIME, "-"))
            : time);
  }

  /** A transport failure reason in a record that has no field for it where the format says. */
  private void strayTransport(Decoded line, Reading reading) {
    if (reading.facts().has(TRANSPORT_KIND) || line.text().length() > LONGEST_STRAY) {
      return;
    }
    finder.find(line.text()).stream()
        .filter(
            match ->
                match.message().dialect() == Dialect.TRANSPORT_FAILURE_REASON
                    || match.message().dialect() == Dialect.TLS_ERROR)
        .filter(match -> Plainness.isTelling(match, line.text()))
        .findFirst()
        .ifPresent(match -> messages.read(match, match.ties(), line, reading));
  }

  /** Whether a record tells of a request or connection, not only what became of it. */
  private boolean isExchange(List<RecordReader.Value> values) {
    return values.stream()
        .flatMap(value -> FieldNames.of(value.name(), this::isRecorded).stream())
        .anyMatch(EXCHANGE::contains);
  }

  private void value(RecordReader.Value value, Decoded line, Reading reading) {
    Span span = value.span();
    String name = FieldNames.of(value.name(), this::isRecorded).orElse("");
    if (!name.isEmpty()) {
      boolean placed = span.length() > 0;
      Decoded text =
          placed
              ? line.slice(span.from(), span.to())
              : Decoded.of(value.value()).slice(0, value.value().length());
      fields.field(name, name.equals(FieldNames.BODY) ? text.percent() : text, reading);
    }
  }

  /**
   * @param apart whether lines of different streams are to be kept apart
   */
  private void freeText(Decoded text, Events events, boolean apart) {
    if (!apart) {
      freeText(text, events);
      return;
    }
    int from = 0;
    for (int end : LogStreams.ends(text.text())) {
      events.close();
      freeText(text.slice(from, end), events);
      from = end;
    }
  }

  private void freeText(Decoded text, Events events) {
    if (text.text().isBlank()) {
      return;
    }
    Taken taken = new Taken();
    lines(text, events, taken);
    pairs(text, events, taken);
    found(text.text().indexOf('\\') < 0 ? text : text.json(), events, taken);
  }

  /** Status lines, headers, flags and the look of each line. */
  private void lines(Decoded text, Events events, Taken taken) {
    int from = 0;
    while (from <= text.text().length()) {
      int end = text.text().indexOf('\n', from);
      end = end < 0 ? text.text().length() : end;
      Decoded line = text.slice(from, end);
      Reading reading = new Reading();
      if (STACK.matcher(line.text()).find()) {
        reading.facts().add(CLUE, "stack_trace");
      }
      if (http.line(line, reading)) {
        taken.add(line.span(0, line.text().length()));
      } else {
        flags.line(line, reading);
      }
      events.add(reading);
      from = end + 1;
    }
  }

  private void pairs(Decoded text, Events events, Taken taken) {
    List<KeyValues.Pair> pairs = KeyValues.of(text, this::isField);
    if (KeyValues.isFull(pairs)) {
      events.unreadFrom(pairs.get(pairs.size() - 1).value().origin(0));
    }
    for (KeyValues.Pair pair : pairs) {
      String name = FieldNames.of(pair.key(), this::isRecorded).orElse("");
      Span span = pair.value().span(0, pair.value().text().length());
      if (!taken.isFree(span)) {
        continue;
      }
      Reading reading = new Reading();
      boolean says = VALUES_THAT_SAY.contains(name) && fits(name, pair);
      if (says || name.equals(FieldNames.BODY) || isPlainField(name, pair)) {
        boolean read = fields.field(name, pair.value(), reading);
        if (read && says) {
          taken.add(span);
        }
        events.add(reading);
      }
    }
  }

  private boolean fits(String name, KeyValues.Pair pair) {
    String value = pair.value().text();
    return switch (name) {
      case RESPONSE_FLAGS ->
          !value.isEmpty()
              && (value.equals("-")
                  || List.of(value.split(",")).stream()
                      .allMatch(flag -> fields.flags().shortName(flag.strip()).isPresent()));
      case RESET_REASON -> fields.resets().knows(value.replace(' ', '_'));
      case FieldNames.DETAILS -> pair.key().length() > "details".length() || value.indexOf('_') > 0;
      default -> pair.sign() == '=' || pair.quoted();
    };
  }

  private boolean isPlainField(String name, KeyValues.Pair pair) {
    String value = pair.value().text();
    boolean number = knowledge.facts().get(name).map(Fact::number).orElse(false);
    if (name.equals(RESPONSE_CODE)) {
      return value.matches("[1-5][0-9][0-9]|0");
    }
    return !VALUES_THAT_SAY.contains(name)
        && (pair.quoted() || pair.sign() == '=')
        && (!number || value.matches("[0-9]{1,15}(\\.[0-9]+)?(ms)?|-"));
  }

  private boolean isField(String key) {
    return FieldNames.of(key, this::isRecorded).isPresent();
  }

  private boolean isRecorded(String name) {
    return knowledge.facts().get(name).map(Fact::recorded).orElse(false);
  }

  /** Messages found by their text. What stands around another message is looked for besides. */
  private void found(Decoded text, Events events, Taken taken) {
    List<Match> matches = finder.find(text.text());
    if (MessageFinder.isFull(matches)) {
      Match last = matches.get(matches.size() - 1);
      events.unreadFrom(text.span(last.from(), last.to()).to());
    }
    context(matches.stream().filter(TextReader::isContext).toList(), text, events);
    found(matches.stream().filter(match -> !isContext(match)).toList(), text, events, taken);
    forms.find(text, taken, events);
  }

  /** Words beside messages: each counts, also within others. */
  private void context(List<Match> matches, Decoded text, Events events) {
    for (Match match : matches) {
      if (Plainness.isTelling(match, text.text()) || standsAlone(match, text.text())) {
        Reading reading = new Reading();
        messages.read(match, alike(match, matches, text.text()), text, reading);
        events.add(reading);
      }
    }
  }

  private static boolean isContext(Match match) {
    return match.message().dialect() == Dialect.APPLICATION_LOG;
  }

  private void found(List<Match> matches, Decoded text, Events events, Taken taken) {
    Match last = null;
    for (Match match : matches) {
      Span span = text.span(match.from(), match.to());
      boolean inner = last != null && last.overlaps(match);
      if (inner || !taken.isFree(span) || Plainness.isReasonPhrase(match, text.text())) {
        continue;
      }
      if (Plainness.isTelling(match, text.text()) || standsAlone(match, text.text())) {
        Reading reading = new Reading();
        messages.read(match, alike(match, matches, text.text()), text, reading);
        last = match;
        taken.add(span);
        events.add(reading);
      }
    }
  }

  /** Messages of other dialects that are the same text to the letter. */
  private static List<Message> alike(Match match, List<Match> matches, String text) {
    return matches.stream()
        .filter(other -> other != match && other.isAlike(match))
        .filter(other -> MessageFinder.isSpelt(other, text))
        .flatMap(other -> other.ties().stream())
        .toList();
  }

  /** Whether nothing stands beside the message on its line but a status, flags and punctuation. */
  private static boolean standsAlone(Match match, String text) {
    int start = match.from();
    while (start > 0 && text.charAt(start - 1) != '\n') {
      if (match.from() - --start > LONGEST_FRAME) {
        return false;
      }
    }
    int end = match.to();
    while (end < text.length() && text.charAt(end) != '\n') {
      if (++end - match.to() > LONGEST_FRAME) {
        return false;
      }
    }
    return ONLY_FRAME.matcher(text.substring(start, match.from())).matches()
        && ONLY_FRAME.matcher(text.substring(match.to(), end)).matches();
  }

  /** The details that go with a fixed body, if there is but one name for them. */
  static void inferDetails(Knowledge knowledge, Reading reading) {
    if (reading.facts().has(DETAILS_NAME) || !reading.facts().has(REPLY_BODY)) {
      return;
    }
    String body = reading.facts().build().get(REPLY_BODY).orElse("");
    List<String> names =
        knowledge.detailsOf(body).stream()
            .map(message -> MessageReaders.detailsName(message.template()))
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    if (names.size() == 1) {
      reading.facts().infer(DETAILS_NAME, names.get(0));
    }
  }
}

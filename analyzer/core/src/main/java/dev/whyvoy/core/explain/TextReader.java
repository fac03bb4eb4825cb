package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.CLUE;
import static dev.whyvoy.core.fact.FactNames.DETAILS_NAME;
import static dev.whyvoy.core.fact.FactNames.REPLY_BODY;

import dev.whyvoy.core.knowledge.Dialect;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.core.record.RecordReader;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Span;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/**
 * Reads every message of a pasted text: the records in it, and what is in the text between them.
 */
final class TextReader {
  private static final Pattern STACK =
      Pattern.compile(
          "^\\s*(at [\\w.$<>/]+\\(|Traceback \\(|Caused by: |goroutine \\d+ \\[|File \"[^\"]+\", line \\d+)");

  /** Most that stands on either side of a message that has a line for itself, in UTF-16 units. */
  private static final int LONGEST_FRAME = 1000;

  private static final Pattern ONLY_FRAME = Pattern.compile("[\\s\\p{Punct}0-9A-Z]*");

  private final MessageFinder finder;
  private final FieldFacts fields;
  private final HttpText http;
  private final FlagFinder flags;
  private final FormFinder forms;
  private final MessageReaders messages;
  private final RecordLine records;
  private final PairFacts pairs;

  TextReader(Knowledge knowledge, List<RecordReader> recordReaders) {
    this.finder = new MessageFinder(knowledge);
    this.fields = new FieldFacts(knowledge, finder);
    this.http = new HttpText(fields);
    this.flags = new FlagFinder(fields);
    this.forms = new FormFinder(fields);
    this.messages = new MessageReaders(knowledge, fields);
    this.records = new RecordLine(recordReaders, finder, fields, messages);
    this.pairs = new PairFacts(knowledge, fields);
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
      Reading record = records.read(text.slice(from, end));
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
    pairs.read(text, events, taken);
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

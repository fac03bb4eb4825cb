package dev.whyvoy.grammar.envoylog;

import static dev.whyvoy.grammar.antlr.Source.from;
import static dev.whyvoy.grammar.antlr.Source.to;

import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.antlr.Source;
import dev.whyvoy.grammar.envoylog.EnvoyLog.Form;
import dev.whyvoy.grammar.envoylog.EnvoyLog.Tag;
import dev.whyvoy.grammar.envoylog.EnvoyLogParser.HeadContext;
import dev.whyvoy.grammar.envoylog.EnvoyLogParser.LineContext;
import dev.whyvoy.grammar.envoylog.EnvoyLogParser.MessageContext;
import dev.whyvoy.grammar.envoylog.EnvoyLogParser.TagContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * Turns the parse tree into an {@link EnvoyLog}. A header that comes out of Envoy's order starts
 * the message.
 */
final class EnvoyLogBuilder extends EnvoyLogParserBaseListener {
  /** The order of headers. */
  private enum Rank {
    START,
    TIME,
    THREAD,
    LEVEL,
    LOGGER,
    SOURCE,
    CONNECTION,
    STREAM,
    MESSAGE
  }

  private final Source source;
  private Rank reached = Rank.START;
  private Form form = Form.NONE;
  private @Nullable Piece time;
  private @Nullable Piece thread;
  private @Nullable Piece level;
  private @Nullable Piece logger;
  private @Nullable Piece file;
  private @Nullable Piece line;
  private @Nullable Piece connection;
  private @Nullable Piece stream;
  private final List<Tag> tags = new ArrayList<>();
  private int messageFrom = -1;

  EnvoyLogBuilder(Decoded text) {
    source = new Source(text);
  }

  EnvoyLog build(@Nullable LineContext tree) {
    int end = source.length();
    if (tree != null) {
      for (HeadContext head : tree.head()) {
        if (messageFrom < 0) {
          head.enterRule(this);
        }
      }
      if (messageFrom < 0) {
        messageFrom = from(tree.message());
      }
      end = messageEnd(tree.message());
    }
    if (form == Form.NONE) {
      Piece all = source.raw(0, source.length());
      return new EnvoyLog(
          source.whole(), form, null, null, null, null, null, null, null, null, List.of(), all);
    }
    return new EnvoyLog(
        source.whole(),
        form,
        time,
        thread,
        level,
        logger,
        file,
        line,
        connection,
        stream,
        tags,
        source.raw(messageFrom, Math.max(messageFrom, end)));
  }

  private int messageEnd(MessageContext message) {
    TerminalNode sign = message.THREAD();
    if (sign == null || source.length() > source.parsedLength() || form != Form.ISTIO) {
      return source.length();
    }
    Token token = sign.getSymbol();
    Piece assignment = source.raw(token.getStartIndex(), token.getStopIndex() + 1);
    int digits = token.getStartIndex();
    while (source.at(digits) != '=') {
      digits++;
    }
    thread = source.raw(digits + 1, token.getStopIndex() + 1);
    return assignment.text().isEmpty() ? source.length() : token.getStartIndex();
  }

  @Override
  public void enterTime(EnvoyLogParser.TimeContext head) {
    if (reach(head, Rank.TIME)) {
      boolean bracket = source.at(from(head)) == '[';
      time = bracket ? inside(head, 1) : source.raw(from(head), to(head));
    }
  }

  @Override
  public void enterThreadId(EnvoyLogParser.ThreadIdContext head) {
    if (reach(head, Rank.THREAD)) {
      thread = inside(head, 1);
    }
  }

  @Override
  public void enterLevel(EnvoyLogParser.LevelContext head) {
    if (reach(head, Rank.LEVEL)) {
      level = inside(head, 1);
      form = Form.ENVOY;
    }
  }

  @Override
  public void enterLogger(EnvoyLogParser.LoggerContext head) {
    if (level != null && reach(head, Rank.LOGGER)) {
      logger = inside(head, 1);
    } else {
      message(head);
    }
  }

  @Override
  public void enterSource(EnvoyLogParser.SourceContext head) {
    if (level == null || !reach(head, Rank.SOURCE)) {
      message(head);
      return;
    }
    int start = source.at(from(head)) == '[' ? from(head) + 1 : from(head);
    int end = source.at(to(head) - 1) == ']' ? to(head) - 1 : to(head);
    int colon = end;
    while (source.at(colon - 1) != ':') {
      colon--;
    }
    file = source.raw(start, colon - 1);
    line = source.raw(colon, end);
  }

  @Override
  public void enterConnection(EnvoyLogParser.ConnectionContext head) {
    if (reach(head, Rank.CONNECTION)) {
      connection = inside(head, 2);
      tagged();
    }
  }

  @Override
  public void enterStream(EnvoyLogParser.StreamContext head) {
    if (reach(head, Rank.STREAM)) {
      stream = inside(head, 2);
      tagged();
    }
  }

  @Override
  public void enterTags(EnvoyLogParser.TagsContext head) {
    if (!reach(head, Rank.STREAM)) {
      return;
    }
    TagContext key = null;
    for (TagContext part : head.tag()) {
      if (part.KEY() != null) {
        endTag(key);
        key = part;
      } else {
        int from = key == null ? from(part) : from(key);
        Piece name = key == null ? source.exact(from, from) : quoted(key);
        add(new Tag(source.span(from, quoteEnd(part)), name, quoted(part)));
        key = null;
      }
    }
    endTag(key);
    tagged();
  }

  /** A key whose value was cut off. */
  private void endTag(@Nullable TagContext key) {
    if (key != null) {
      int to = to(key);
      add(new Tag(source.span(from(key), to), quoted(key), source.exact(to, to)));
    }
  }

  private void add(Tag tag) {
    tags.add(tag);
    if (tag.key().text().equals("ConnectionId")) {
      connection = tag.value();
    } else if (tag.key().text().equals("StreamId")) {
      stream = tag.value();
    }
  }

  @Override
  public void enterIstio(EnvoyLogParser.IstioContext head) {
    if (!reach(head, Rank.LOGGER)) {
      return;
    }
    int levelEnd = wordEnd(from(head));
    int loggerFrom = to(head);
    while (!source.isSpace(loggerFrom - 1)) {
      loggerFrom--;
    }
    level = source.raw(from(head), levelEnd);
    logger = source.raw(loggerFrom, to(head));
    form = Form.ISTIO;
  }

  @Override
  public void enterAgent(EnvoyLogParser.AgentContext head) {
    if (reached != Rank.TIME || !reach(head, Rank.MESSAGE)) {
      message(head);
      return;
    }
    int levelEnd = wordEnd(from(head));
    level = source.raw(from(head), levelEnd);
    Piece scope = source.raw(levelEnd, to(head));
    logger = scope.text().isEmpty() ? null : scope;
    form = Form.AGENT;
  }

  /** Ids alone, cut from their line, are enough to know it. */
  private void tagged() {
    if (form == Form.NONE) {
      form = Form.ENVOY;
    }
  }

  private boolean reach(ParserRuleContext head, Rank rank) {
    if (rank.compareTo(reached) <= 0) {
      message(head);
      return false;
    }
    reached = rank;
    return true;
  }

  private void message(ParserRuleContext head) {
    messageFrom = from(head);
  }

  private int wordEnd(int from) {
    int end = from;
    while (!source.isSpace(end)) {
      end++;
    }
    return end;
  }

  /** A bracket's inside without its first {@code lead} units. */
  private Piece inside(ParserRuleContext head, int lead) {
    return source.raw(from(head) + lead, to(head) - 1);
  }

  /** The inside of {@code "key":} or {@code "value",}. */
  private Piece quoted(TagContext tag) {
    return source.exact(from(tag) + 1, quoteEnd(tag) - 1);
  }

  private int quoteEnd(TagContext tag) {
    int end = to(tag);
    while (source.at(end - 1) != '"') {
      end--;
    }
    return end;
  }
}

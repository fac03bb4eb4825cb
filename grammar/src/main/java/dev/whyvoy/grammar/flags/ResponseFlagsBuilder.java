package dev.whyvoy.grammar.flags;

import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.antlr.Source;
import dev.whyvoy.grammar.flags.FlagsParser.FlagsContext;
import dev.whyvoy.grammar.flags.FlagsParser.ItemContext;
import dev.whyvoy.grammar.flags.FlagsParser.LongFlagContext;
import dev.whyvoy.grammar.flags.FlagsParser.NoFlagContext;
import dev.whyvoy.grammar.flags.FlagsParser.OtherFlagContext;
import dev.whyvoy.grammar.flags.FlagsParser.ShortFlagContext;
import dev.whyvoy.grammar.flags.FlagsParser.UnknownContext;
import dev.whyvoy.grammar.flags.ResponseFlags.Flag;
import dev.whyvoy.grammar.flags.ResponseFlags.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the parse tree into {@link ResponseFlags}. */
final class ResponseFlagsBuilder {
  private final Source source;
  private final List<Flag> flags = new ArrayList<>();
  private @Nullable Span dash;

  ResponseFlagsBuilder(Decoded text) {
    source = new Source(text);
  }

  ResponseFlags build(@Nullable FlagsContext tree) {
    if (tree != null) {
      tree.item().forEach(this::add);
    }
    source.unparsedAfter(tree);
    return new ResponseFlags(source.whole(), flags, dash, source.unparsed());
  }

  private void add(ItemContext item) {
    if (item instanceof ShortFlagContext) {
      add(item, Form.SHORT);
    } else if (item instanceof LongFlagContext) {
      add(item, Form.LONG);
    } else if (item instanceof OtherFlagContext) {
      add(item, Form.OTHER);
    } else if (item instanceof NoFlagContext) {
      dash = source.span(item);
    } else if (item instanceof UnknownContext) {
      source.unparsed(item);
    }
  }

  private void add(ItemContext flag, Form form) {
    flags.add(new Flag(source.span(flag), source.text(flag), form));
  }
}

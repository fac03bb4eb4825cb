package dev.whyvoy.grammar.flags;

import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.antlr.Source;
import dev.whyvoy.grammar.flags.FlagsParser.FlagsContext;
import dev.whyvoy.grammar.flags.FlagsParser.ItemContext;
import dev.whyvoy.grammar.flags.ResponseFlags.Flag;
import dev.whyvoy.grammar.flags.ResponseFlags.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the parse tree into {@link ResponseFlags}. */
final class ResponseFlagsBuilder extends FlagsBaseListener {
  private final Source source;
  private final List<Flag> flags = new ArrayList<>();
  private @Nullable Span dash;

  ResponseFlagsBuilder(Decoded text) {
    source = new Source(text);
  }

  ResponseFlags build(@Nullable FlagsContext tree) {
    if (tree != null) {
      tree.item().forEach(item -> item.enterRule(this));
    }
    source.unparsedAfter(tree);
    return new ResponseFlags(source.whole(), flags, dash, source.unparsed());
  }

  @Override
  public void enterShortFlag(FlagsParser.ShortFlagContext flag) {
    add(flag, Form.SHORT);
  }

  @Override
  public void enterLongFlag(FlagsParser.LongFlagContext flag) {
    add(flag, Form.LONG);
  }

  @Override
  public void enterOtherFlag(FlagsParser.OtherFlagContext flag) {
    add(flag, Form.OTHER);
  }

  @Override
  public void enterNoFlag(FlagsParser.NoFlagContext sign) {
    dash = source.span(sign);
  }

  @Override
  public void enterUnknown(FlagsParser.UnknownContext unknown) {
    source.unparsed(unknown);
  }

  private void add(ItemContext flag, Form form) {
    flags.add(new Flag(source.span(flag), source.text(flag), form));
  }
}

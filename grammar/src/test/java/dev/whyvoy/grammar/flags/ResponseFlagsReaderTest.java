package dev.whyvoy.grammar.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.whyvoy.grammar.Golden;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.Unparsed;
import dev.whyvoy.grammar.flags.ResponseFlags.Flag;
import dev.whyvoy.grammar.flags.ResponseFlags.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseFlagsReaderTest {
  private static List<String> flags(String text) {
    return ResponseFlagsReader.parse(text).flags().stream().map(Flag::text).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UF,URX", "UF, URX", "UF|URX", "UF | URX", "UF URX", " UF,URX\n", "\"UF,URX\""})
  void separatorsDoNotMatter(String text) {
    assertThat(flags(text)).containsExactly("UF", "URX");
    assertThat(ResponseFlagsReader.parse(text).unparsed()).isEmpty();
  }

  @Test
  void trap9FlagsKeepTheOrderWritten() {
    assertThat(flags("URX,UF")).containsExactly("URX", "UF");
    assertThat(flags("UF,URX")).containsExactly("UF", "URX");
  }

  @Test
  void trap9LongNamesIncludingTheOnesThatDifferFromTheirEnum() {
    ResponseFlags flags =
        ResponseFlagsReader.parse("OverloadManagerTerminated,DropOverload,NoHealthyUpstream");
    assertThat(flags.flags()).extracting(Flag::form).containsOnly(Form.LONG);
    assertThat(flags.flags())
        .extracting(Flag::text)
        .containsExactly("OverloadManagerTerminated", "DropOverload", "NoHealthyUpstream");
  }

  @Test
  void accessLogTrap4DashIsNoFlag() {
    ResponseFlags flags = ResponseFlagsReader.parse("-");
    assertThat(flags.flags()).isEmpty();
    assertThat(flags.dash()).isEqualTo(new Span(0, 1));
    assertThat(flags.unparsed()).isEmpty();
  }

  @Test
  void accessLogTrap12CustomFlagsOfAnyName() {
    assertThat(ResponseFlagsReader.parse("UF,MY_FLAG,my-own.flag,uc,DFv6").flags())
        .extracting(Flag::text, Flag::form)
        .containsExactly(
            tuple("UF", Form.SHORT),
            tuple("MY_FLAG", Form.OTHER),
            tuple("my-own.flag", Form.OTHER),
            tuple("uc", Form.OTHER),
            tuple("DFv6", Form.LONG));
  }

  @Test
  void unknownTextIsKept() {
    assertThat(ResponseFlagsReader.parse("UF;=?DC").unparsed())
        .containsExactly(new Unparsed(new Span(2, 5), ";=?"));
  }

  @Test
  void goldenTrees() {
    Golden.check("flags", ResponseFlagsReader::parse);
  }
}

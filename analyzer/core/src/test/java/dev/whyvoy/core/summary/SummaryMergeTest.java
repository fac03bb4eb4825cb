package dev.whyvoy.core.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LogLines;
import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.source.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryMergeTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void mergeIsAssociativeAndCommutative(long seed) throws IOException {
    byte[] a = log(seed);
    byte[] b = log(seed + 100);
    byte[] c = log(seed + 200);
    byte[] left = merged(merged(of(a), of(b)), of(c)).toBytes();

    assertThat(merged(of(a), merged(of(b), of(c))).toBytes()).isEqualTo(left);
    assertThat(merged(of(c), merged(of(b), of(a))).toBytes()).isEqualTo(left);
    assertThat(merged(merged(of(b), of(c)), of(a)).toBytes()).isEqualTo(left);
    assertThat(of(joined(b, a, c)).toBytes()).isEqualTo(left);
  }

  @Test
  void anEmptySummaryChangesNothing() {
    byte[] some = of(log(9)).toBytes();

    assertThat(merged(of(log(9)), of(new byte[0])).toBytes()).isEqualTo(some);
    assertThat(merged(of(new byte[0]), of(log(9))).toBytes()).isEqualTo(some);
  }

  @Test
  void mergingLeavesTheOtherAsItIs() {
    Summary other = of(log(10));
    byte[] before = other.toBytes();
    Summary one = of(log(11));
    one.merge(other);
    one.merge(of(log(12)));

    assertThat(other.toBytes()).isEqualTo(before);
  }

  @Test
  void whatWasWrittenIsReadBack() throws IOException {
    Summary summary = of(log(13));
    Summary back = Summary.fromBytes(summary.toBytes());

    assertThat(back.toBytes()).isEqualTo(summary.toBytes());
    assertThat(back.by()).isEqualTo(summary.by());
    assertThat(back.accounting().failed()).isEqualTo(summary.accounting().failed());
    assertThat(back.notUnderstood()).isEqualTo(summary.notUnderstood()).isNotEmpty();
    assertThat(merged(back, of(log(14))).toBytes())
        .isEqualTo(merged(summary, of(log(14))).toBytes());
  }

  @Test
  void damagedBytesAreRefused() {
    byte[] whole = of(log(15)).toBytes();
    assertThatThrownBy(() -> Summary.fromBytes(new byte[64])).isInstanceOf(IOException.class);
    for (int length = 0; length < whole.length; length += 1 + length / 16) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Summary.fromBytes(part)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void summariesOfAnotherLayoutAreRefusedByName() {
    byte[] older = of(log(16)).toBytes();
    older[3] = '2';
    assertThatThrownBy(() -> Summary.fromBytes(older))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another release of whyvoy (layout 2, this one reads ");
    byte[] nothing = of(log(16)).toBytes();
    nothing[0] = 'x';
    assertThatThrownBy(() -> Summary.fromBytes(nothing)).hasMessage("not a summary");
  }

  @Test
  void differentGroupingsDoNotMix() {
    Summary other = new Summary(List.of(Field.PATH));
    assertThatThrownBy(() -> of(new byte[0]).merge(other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Summary merged(Summary into, Summary from) {
    into.merge(from);
    return into;
  }

  private static byte[] log(long seed) {
    byte[] log = LogLines.mixed(seed, 300);
    byte[] ended = Arrays.copyOf(log, log.length + 1);
    ended[log.length] = '\n';
    return ended;
  }

  private static byte[] joined(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }

  private static Summary of(byte[] log) {
    return new LogScan(
            new LogScan.Options(
                List.of(Input.stream("-", new ByteArrayInputStream(log))),
                List.of(),
                Filter.ALL,
                List.of(Field.METHOD),
                1,
                Limits.USUAL))
        .summarize()
        .summary();
  }
}

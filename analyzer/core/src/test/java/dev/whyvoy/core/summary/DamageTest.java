package dev.whyvoy.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.source.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged logs: every line is still accounted for, and what is whole is still read. */
class DamageTest {
  private static final Path SAMPLES = Path.of("../../samples");
  private static final long LONG_LINE = 64L << 20;

  @ParameterizedTest
  @ValueSource(
      strings = {"istio-rollout.log", "dead-host.json", "mixed-sidecar.log", "edge-default.log.gz"})
  void cutsFlipsAndSplices(String sample) throws IOException {
    byte[] whole = Files.readAllBytes(SAMPLES.resolve(sample));
    boolean plain = !sample.endsWith(".gz");
    Random random = new Random(sample.hashCode());
    for (int round = 0; round < 40; round++) {
      int from = plain ? random.nextInt(whole.length) : 0;
      int to = from + random.nextInt(Math.min(20_000, whole.length - from));
      byte[] log = Arrays.copyOfRange(whole, from, to);
      for (int n = random.nextInt(30); n > 0 && log.length > 0; n--) {
        int at = random.nextInt(log.length);
        switch (random.nextInt(4)) {
          case 0 -> log[at] = (byte) random.nextInt(256);
          case 1 -> log[at] ^= (byte) (1 << random.nextInt(8));
          case 2 -> log[at] = 0;
          default -> {
            int piece = Math.min(random.nextInt(200), Math.min(log.length - at, whole.length));
            System.arraycopy(whole, random.nextInt(whole.length - piece + 1), log, at, piece);
          }
        }
      }
      Accounting account = scan(log);
      Totals.addUp(account);
      if (plain && log.length > 0 && !isRewritten(log)) {
        long ends = lines(log);
        assertThat(account.lines()).isEqualTo(ends);
      }
    }
  }

  /** Logs that start like a table or a document are lines only after they were written anew. */
  private static boolean isRewritten(byte[] log) {
    byte first = log[0];
    return first != '"' && first != '[' && (first < 'A' || first > 'Z');
  }

  private static long lines(byte[] log) {
    long ends = 0;
    for (byte b : log) {
      ends += b == '\n' ? 1 : 0;
    }
    return log[log.length - 1] == '\n' ? ends : ends + 1;
  }

  @Test
  void howLinesEndAndHowTheFileStartsChangesNothing() throws IOException {
    String log = Files.readString(SAMPLES.resolve("istio-rollout.log"));
    Accounting plain = scan(log.getBytes(StandardCharsets.UTF_8));
    for (String other : List.of(log.replace("\n", "\r\n"), "\ufeff" + log, log.stripTrailing())) {
      Accounting account = scan(other.getBytes(StandardCharsets.UTF_8));
      assertThat(account.kinds()).isEqualTo(plain.kinds());
      assertThat(account.failed()).isEqualTo(plain.failed());
    }
  }

  @Test
  void otherEncodingsAreCountedAsNotUnderstood() throws IOException {
    String log = Files.readString(SAMPLES.resolve("istio-rollout.log"));
    for (byte[] other :
        List.of(
            log.getBytes(StandardCharsets.UTF_16),
            log.replace("\n", "\r").getBytes(StandardCharsets.UTF_8),
            log.replace("\n", "\u0000\n").getBytes(StandardCharsets.UTF_8),
            new byte[100_000])) {
      Accounting account = scan(other);
      Totals.addUp(account);
      assertThat(account.lines()).isPositive();
    }
  }

  @Test
  void aLineLongerThanMemoryIsCutAndCounted() throws IOException {
    Input endless = Input.stream("-", new Endless(LONG_LINE));
    Accounting account = scan(endless).accounting();
    Totals.addUp(account);
    assertThat(account.lines()).isEqualTo(1);
    assertThat(account.tooLong()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":", "{\"log\":\"{", "(", "{\"a\":[", "<"})
  void aMillionBrackets(String opening) throws IOException {
    byte[] deep = opening.repeat(1_000_000 / opening.length()).getBytes(StandardCharsets.UTF_8);
    Accounting account = scan(deep);
    Totals.addUp(account);
    assertThat(account.failed()).isZero();
  }

  @Test
  void anObjectWithAHundredThousandKeys() throws IOException {
    StringBuilder object = new StringBuilder("{\"response_code\":503,\"response_flags\":\"UF\"");
    for (int key = 0; key < 100_000; key++) {
      object.append(",\"k").append(key).append("\":").append(key);
    }
    byte[] log = object.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    Accounting cut = scan(log);
    Totals.addUp(cut);
    assertThat(cut.tooLong()).isEqualTo(1);
    Accounting whole =
        scan(Input.stream("-", new ByteArrayInputStream(log)), new Limits(1 << 20, 4 << 20))
            .accounting();
    assertThat(whole.failed()).isEqualTo(1);
  }

  @Test
  void whatIsDistinctEveryTimeDoesNotGrowTheTables() throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    for (int n = 0; n < 60_000; n++) {
      log.writeBytes(
          ("{\"response_code\":503,\"response_flags\":\"X%s\",\"path\":\"/%s\",\"upstream_cluster\":\"%s\",\"upstream_host\":\"%s\"}\n")
              .replace("%s", "a" + n * 7919L)
              .getBytes(StandardCharsets.UTF_8));
    }
    Summary summary = scan(Input.stream("-", new ByteArrayInputStream(log.toByteArray())));
    Totals.addUp(summary.accounting());
    assertThat(summary.accounting().failed()).isEqualTo(60_000);
    assertThat(summary.groups().stream().mapToLong(Group::count).sum()).isEqualTo(60_000);
    assertThat(summary.groups().size()).isLessThan(20_000);
  }

  private static Accounting scan(byte[] log) {
    return scan(Input.stream("-", new ByteArrayInputStream(log))).accounting();
  }

  private static Summary scan(Input input) {
    return scan(input, Limits.USUAL);
  }

  private static Summary scan(Input input, Limits limits) {
    return new LogScan(
            new LogScan.Options(List.of(input), List.of(), Filter.ALL, List.of(), 2, limits))
        .summarize()
        .summary();
  }

  /** A line without an end, made as it is read. */
  private static final class Endless extends InputStream {
    private long left;

    Endless(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int got = (int) Math.min(left, length);
      Arrays.fill(bytes, from, from + got, (byte) 'x');
      left -= got;
      return got;
    }
  }
}

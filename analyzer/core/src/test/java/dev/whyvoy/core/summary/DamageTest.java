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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged logs: every line is still accounted for, and what is whole is still read. */
class DamageTest {
  private static final Path SAMPLES = Path.of("../../samples");
  private static final long LONG_LINE = 1L << 30;

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
  void utf16WithItsMarkIsReadAsWhatItIs() throws IOException {
    String log = Files.readString(SAMPLES.resolve("istio-rollout.log"));
    Accounting plain = scan(log.getBytes(StandardCharsets.UTF_8));
    for (var order : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Accounting account = scan(("\ufeff" + log.replace("\n", "\r\n")).getBytes(order));
      Totals.addUp(account);
      assertThat(account.kinds()).isEqualTo(plain.kinds());
      assertThat(account.failed()).isEqualTo(plain.failed());
    }
  }

  /** UTF-16 without its mark, other ends of lines, zeros: none is garbage among the records. */
  @Test
  void whatIsNoTextIsCountedAsNotUnderstood() throws IOException {
    String log = Files.readString(SAMPLES.resolve("istio-rollout.log"));
    Accounting utf16 = scan(log.getBytes(StandardCharsets.UTF_16LE));
    assertThat(utf16.notUnderstood()).isEqualTo(utf16.lines()).isGreaterThan(500);
    Accounting oldMac = scan(log.replace("\n", "\r").getBytes(StandardCharsets.UTF_8));
    assertThat(oldMac.lines()).isEqualTo(1);
    Accounting zeros = scan(new byte[100_000]);
    assertThat(zeros.notUnderstood()).isEqualTo(zeros.lines()).isEqualTo(1);
    Accounting ended = scan(log.replace("\n", "\u0000\n").getBytes(StandardCharsets.UTF_8));
    assertThat(ended.lines()).isEqualTo(log.lines().count());
    List.of(utf16, oldMac, zeros, ended).forEach(Totals::addUp);
  }

  /**
   * Members one after the other, the last cut short: what is whole is counted, the rest is said.
   */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
  void membersOneAfterTheOtherOfWhichTheLastIsCut(Packed how) throws IOException {
    byte[] log = Files.readAllBytes(SAMPLES.resolve("istio-rollout.log"));
    byte[] member = how.of(log);
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    stored.writeBytes(member);
    stored.writeBytes(member);
    stored.write(member, 0, member.length / 2);
    LogScan.Result result =
        result(Input.stream("-", new ByteArrayInputStream(stored.toByteArray())), Limits.USUAL);
    Accounting account = result.summary().accounting();
    Totals.addUp(account);
    assertThat(account.lines()).isGreaterThanOrEqualTo(2 * lines(log));
    assertThat(result.problems()).hasSize(1);
  }

  /** A clock that jumps, back by a day or ahead by centuries, loses no record. */
  @Test
  void clocksThatJump() throws IOException {
    String log = Files.readString(SAMPLES.resolve("istio-rollout.log"));
    List<String> times =
        List.of("2026-03-04", "1970-01-01", "9999-12-31", "2026-03-03", "0001-01-01", "2038-01-20");
    StringBuilder jumping = new StringBuilder();
    int n = 0;
    for (String line : log.split("\n")) {
      jumping.append(line.replace("2026-03-04", times.get(n++ % times.size()))).append('\n');
    }
    Accounting plain = scan(log.getBytes(StandardCharsets.UTF_8));
    Accounting account = scan(jumping.toString().getBytes(StandardCharsets.UTF_8));
    Totals.addUp(account);
    assertThat(account.kinds()).isEqualTo(plain.kinds());
    assertThat(account.failed()).isEqualTo(plain.failed());
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

  /** As many layers around a record as are peeled off, and one more. */
  @Test
  void tooManyWrappersAreCountedAsNotUnderstood() throws IOException {
    String record = "{\"response_code\":503,\"response_flags\":\"UF\",\"path\":\"/\"}";
    String wrapped = record;
    for (int layers = 1; layers <= 8; layers++) {
      wrapped = "2026-03-04T09:00:00.123456789Z stdout F " + wrapped;
      Accounting account = scan(("x\n" + wrapped + "\n").getBytes(StandardCharsets.UTF_8));
      Totals.addUp(account);
      assertThat(account.failed()).as("%s layers", layers).isEqualTo(layers <= 6 ? 1 : 0);
      assertThat(account.notUnderstood()).isEqualTo(layers <= 6 ? 1 : 2);
    }
  }

  /** The field is at the bottom: beyond the depth that is read, the record shows no failure. */
  @Test
  void deepJsonIsReadAsFarAsIsSaid() throws IOException {
    for (int depth : new int[] {4, 14, 18, 100, 1000}) {
      String deep =
          "{\"a\":".repeat(depth)
              + "{\"response_flags\":\"UF\",\"path\":\"/\"}"
              + "}".repeat(depth);
      Accounting account = scan(("x\n" + deep + "\n").getBytes(StandardCharsets.UTF_8));
      Totals.addUp(account);
      assertThat(account.lines()).isEqualTo(2);
      assertThat(account.failed()).as("depth %s", depth).isEqualTo(depth < 16 ? 1 : 0);
    }
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
    return result(input, limits).summary();
  }

  private static LogScan.Result result(Input input, Limits limits) {
    return new LogScan(
            new LogScan.Options(List.of(input), List.of(), Filter.ALL, List.of(), 2, limits))
        .summarize();
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

package dev.whyvoy.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.record.LogLines;
import dev.whyvoy.core.summary.LogScan;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class CompressionTest {
  private static final byte[] LOG = LogLines.mixed(3, 400);
  private static final int HALF = LOG.length / 2;
  private static final Limits LIMITS = new Limits(5000, 64 << 10);

  @TempDir Path folder;

  @Test
  void plain() throws IOException {
    same(LOG);
  }

  @Test
  void gzip() throws IOException {
    same(gzip(LOG));
  }

  @Test
  void gzipMembersOneAfterTheOther() throws IOException {
    same(joined(gzip(first()), gzip(second())));
  }

  @Test
  void zstd() throws IOException {
    same(zstd(LOG));
  }

  @Test
  void zstdFramesOneAfterTheOther() throws IOException {
    same(joined(zstd(first()), zstd(second())));
  }

  @Test
  void bzip2() throws IOException {
    same(bzip2(LOG));
  }

  @Test
  void bzip2StreamsOneAfterTheOther() throws IOException {
    same(joined(bzip2(first()), bzip2(second())));
  }

  @Test
  void xz() throws IOException {
    same(xz(LOG));
  }

  @Test
  void xzStreamsOneAfterTheOther() throws IOException {
    same(joined(xz(first()), xz(second())));
  }

  @Test
  void whatWasReadBeforeATruncationIsKept() throws IOException {
    byte[] whole = gzip(LOG);
    for (int cut : new int[] {whole.length / 2, whole.length - 4}) {
      Path file = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, cut));
      Read read = read(Input.file(file));

      assertThat(read.problems).hasSize(1);
      assertThat(read.problems.get(0).input()).isEqualTo(file.toString());
      assertThat(read.problems.get(0).message()).isNotBlank();
      assertThat(read.bytes.length).isGreaterThan(LOG.length / 4);
      assertThat(read.bytes).isEqualTo(Arrays.copyOf(LOG, read.bytes.length));
    }
  }

  @Test
  void everyCutAndEveryBrokenByteIsAtMostAProblem() throws IOException {
    Random random = new Random(41);
    for (byte[] whole : List.of(gzip(LOG), zstd(LOG), bzip2(LOG), xz(LOG))) {
      for (int round = 0; round < 60; round++) {
        byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
        for (int flips = round % 3; flips > 0; flips--) {
          broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Read read = read(Input.stream("x", new ByteArrayInputStream(broken)));
        assertThat(read.problems).hasSizeLessThanOrEqualTo(1);
        assertThat(read.problems).allMatch(problem -> !problem.message().isBlank());
      }
    }
  }

  @Test
  void aBombIsReadForAWhileAndThenLeft() throws IOException {
    byte[] zeros = new byte[1 << 20];
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdOutputStream(bomb)) {
      for (long n = 0; n < 2 * Inflated.HARMLESS; n += zeros.length) {
        out.write(zeros);
      }
    }
    LogScan.Result result =
        new LogScan(
                LogScan.Options.of(
                    List.of(Input.stream("x", new ByteArrayInputStream(bomb.toByteArray())))))
            .summarize();
    assertThat(result.problems())
        .extracting(ReadProblem::message)
        .containsExactly("decompresses to more than 1000 times its size; the rest was not read");
    assertThat(result.summary().accounting().tooLong()).isEqualTo(1);
  }

  @Test
  void aProblemDoesNotEndTheOtherInputs() throws IOException {
    Path good = Files.write(folder.resolve("good.log"), LOG);
    Read read = read(Input.file(folder.resolve("missing.log")), Input.file(good));

    assertThat(read.problems).extracting(ReadProblem::message).containsExactly("no such file");
    assertThat(read.bytes).isEqualTo(LOG);
  }

  @Test
  void linesShorterThanAMagicNumberArePlain() throws IOException {
    for (String text : List.of("", "\n", "B", "BZ", "\u001f")) {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      Read read = read(Input.stream("-", new ByteArrayInputStream(bytes)));
      assertThat(read.problems).isEmpty();
      assertThat(read.bytes).isEqualTo(bytes);
    }
  }

  private void same(byte[] stored) throws IOException {
    Path file = Files.write(folder.resolve("log"), stored);
    for (Input input :
        List.of(Input.file(file), Input.stream("-", new ByteArrayInputStream(stored)))) {
      Read read = read(input);
      assertThat(read.problems).isEmpty();
      assertThat(read.bytes).isEqualTo(LOG);
      assertThat(read.counted).isEqualTo(stored.length);
    }
  }

  private static Read read(Input... inputs) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (LineSource source = new LineSource(List.of(inputs), LIMITS, false)) {
      Block block = new Block();
      while (source.next(block)) {
        all.write(block.bytes(), block.from(), block.to() - block.from());
      }
      return new Read(all.toByteArray(), source.problems(), source.bytesRead());
    }
  }

  private static byte[] first() {
    return Arrays.copyOf(LOG, HALF);
  }

  private static byte[] second() {
    return Arrays.copyOfRange(LOG, HALF, LOG.length);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    return packed(plain, GZIPOutputStream::new);
  }

  private static byte[] zstd(byte[] plain) throws IOException {
    return packed(plain, ZstdOutputStream::new);
  }

  private static byte[] bzip2(byte[] plain) throws IOException {
    return packed(plain, BZip2CompressorOutputStream::new);
  }

  private static byte[] xz(byte[] plain) throws IOException {
    return packed(plain, to -> new XZOutputStream(to, new LZMA2Options()));
  }

  private static byte[] packed(byte[] plain, Packer packer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packer.to(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] a, byte[] b) {
    byte[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private interface Packer {
    OutputStream to(OutputStream bytes) throws IOException;
  }

  private record Read(byte[] bytes, List<ReadProblem> problems, long counted) {}
}

package dev.whyvoy.bench;

import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.summary.Accounting;
import dev.whyvoy.core.summary.LogScan;
import dev.whyvoy.core.summary.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Summarises a log that is made to fill every table: as many hosts and messages as asked for. To be
 * run with a small heap.
 */
public final class Bounds {
  private Bounds() {}

  /** Usage: {@code Bounds HOSTS MESSAGES}; a line for each message, at least one for each host. */
  public static void main(String... args) {
    int hosts = Integer.parseInt(args[0]);
    int messages = Integer.parseInt(args[1]);
    long start = System.nanoTime();
    LogScan scan =
        new LogScan(LogScan.Options.of(List.of(Input.stream("-", new Lines(hosts, messages)))));
    Summary summary = scan.summarize().summary();
    Accounting a = summary.accounting();
    System.out.printf("%,d lines in %.1f s%n", a.lines(), (System.nanoTime() - start) / 1e9);
    System.out.printf(
        "%,d healthy + %,d failed + %,d filtered + %,d not understood%n",
        a.healthy(), a.failed(), a.filtered(), a.notUnderstood());
    System.out.printf(
        "%,d groups, grain %s, %d families folded, hosts %s%n",
        summary.groups().size(),
        summary.grain(),
        summary.foldedFamilies(),
        summary.hosts().tooMany() ? "not counted one by one" : "counted");
    System.gc();
    System.out.printf(
        "heap after all: %,d KiB; written: %,d KiB%n",
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10,
        summary.toBytes().length >> 10);
  }

  /** Makes lines as they are read. */
  private static final class Lines extends InputStream {
    private final int hosts;
    private final int messages;
    private byte[] line = new byte[0];
    private int at;
    private int made;

    Lines(int hosts, int messages) {
      this.hosts = hosts;
      this.messages = messages;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int from, int length) {
      if (at == line.length) {
        if (made == Math.max(hosts, messages)) {
          return -1;
        }
        line = line(made++).getBytes(StandardCharsets.ISO_8859_1);
        at = 0;
      }
      int n = Math.min(length, line.length - at);
      System.arraycopy(line, at, b, from, n);
      at += n;
      return n;
    }

    private String line(int i) {
      int host = i % hosts;
      return "[2026-03-01T00:00:00.000Z] \"GET /items HTTP/1.1\" 503 UF"
          + " upstream_reset_before_response_started{"
          + word(i % messages)
          + "} - \"-\" 0 95 34 - \"-\" \"curl/8.7.1\" \"id-"
          + i
          + "\" \"shop\" \"10."
          + (host >> 16)
          + "."
          + (host >> 8 & 255)
          + "."
          + (host & 255)
          + ":80\" outbound|80||shop 10.0.0.1:40000 10.96.0.1:80 10.0.0.2:50000 - default\n";
    }

    /** Letters alone: numbers in a message are values and make it no other one. */
    private static String word(int number) {
      StringBuilder word = new StringBuilder();
      for (int rest = number + 1; rest > 0; rest /= 20) {
        word.append((char) ('g' + rest % 20));
      }
      return word.toString();
    }
  }
}

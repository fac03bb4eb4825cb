package dev.whyvoy.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes access logs of a made-up mesh: healthy traffic, and failures of many kinds of which some
 * come in bursts. The same seed gives the same bytes.
 */
public final class LogGenerator {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Traffic traffic;
  private final LineWriter writer;

  LogGenerator(Traffic traffic, LineWriter writer) {
    this.traffic = traffic;
    this.writer = writer;
  }

  /**
   * Usage: {@code LogGenerator FORMAT BYTES SEED FILE [calm]} with {@code FORMAT} one of {@code
   * istio-text}, {@code istio-json}, {@code envoy-text}. Of a calm mesh few requests fail, and each
   * service in its own two ways; of others one in twenty, in any way.
   */
  public static void main(String... args) throws IOException {
    boolean calm = args.length == 5 && args[4].equals("calm");
    if (args.length != 4 && !calm) {
      System.err.println(
          "usage: LogGenerator istio-text|istio-json|envoy-text BYTES SEED FILE [calm]");
      System.exit(2);
    }
    LogGenerator generator =
        new LogGenerator(new Traffic(Long.parseLong(args[2]), calm), LineWriter.named(args[0]));
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(args[3])), 1 << 20)) {
      generator.write(out, Long.parseLong(args[1]));
    }
  }

  /** Writes whole lines until there are at least {@code bytes} bytes. */
  void write(OutputStream out, long bytes) throws IOException {
    StringBuilder line = new StringBuilder(1024);
    long written = 0;
    long millis = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    long second = -1;
    String prefix = "";
    while (written < bytes) {
      millis += traffic.pause();
      if (millis / 1000 != second) {
        second = millis / 1000;
        prefix = TIME.format(Instant.ofEpochSecond(second)).substring(0, 20);
      }
      String time = prefix + three((int) (millis % 1000)) + "Z";
      line.setLength(0);
      writer.write(traffic.next(millis), time, line);
      line.append('\n');
      byte[] raw = line.toString().getBytes(StandardCharsets.ISO_8859_1);
      out.write(raw);
      written += raw.length;
    }
  }

  private static String three(int number) {
    return number < 10 ? "00" + number : number < 100 ? "0" + number : Integer.toString(number);
  }
}

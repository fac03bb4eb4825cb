package dev.whyvoy.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.record.LogLines;
import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.source.Limits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However many hosts and messages there are, a summary stays small, and says what it gave up. */
class BoundsTest {
  private static final int LINES = 60_000;

  /** Bytes that no summary of these lines may exceed: about 60 MiB would be a thousand a line. */
  private static final int SMALL = 24 << 20;

  @Test
  void hostsWithoutNumberAreNotCountedOneByOne() {
    Summary summary = scan(LINES, 7);

    assertThat(summary.hosts().tooMany()).isTrue();
    assertThat(summary.hosts().counts()).isEmpty();
    assertThat(summary.grain()).isEqualTo(Grain.FULL);
    Tally hosts = summary.groups().iterator().next().hosts().orElseThrow();
    assertThat(hosts.exact()).isFalse();
    assertThat(hosts.error()).isPositive();
    assertThat(hosts.distinct()).isBetween(LINES / 7 / 2L, 2L * LINES / 7);
    addsUp(summary);
  }

  @Test
  void messagesWithoutNumberLoseDetail() {
    Summary summary = scan(10, LINES);

    assertThat(summary.foldedFamilies() > 0 || summary.grain() != Grain.FULL).isTrue();
    assertThat(summary.groups()).hasSizeLessThan(5000);
    assertThat(summary.hosts().counts()).hasSize(10);
    addsUp(summary);
  }

  private static void addsUp(Summary summary) {
    Accounting a = summary.accounting();
    assertThat(a.lines()).isEqualTo(LINES);
    assertThat(a.failed()).isEqualTo(LINES);
    assertThat(summary.groups().stream().mapToLong(Group::count).sum()).isEqualTo(LINES);
    assertThat(summary.toBytes()).hasSizeLessThan(SMALL);
  }

  private static Summary scan(int hosts, int messages) {
    List<InputStream> pieces = new ArrayList<>();
    for (int from = 0; from < LINES; from += 1000) {
      pieces.add(piece(from, hosts, messages));
    }
    InputStream log = new SequenceInputStream(Collections.enumeration(pieces));
    return new LogScan(
            new LogScan.Options(
                List.of(Input.stream("-", log)),
                List.of(),
                Filter.ALL,
                List.of(),
                2,
                new Limits(1 << 16, 4096)))
        .summarize()
        .summary();
  }

  private static InputStream piece(int from, int hosts, int messages) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < from + 1000; i++) {
      int host = i % hosts;
      text.append(
              LogLines.ISTIO
                  .replace(
                      "192.0.2.7",
                      "10." + (host >> 16) + "." + (host >> 8 & 255) + "." + (host & 255))
                  .replace("{connection_failure}", "{" + word(i % messages) + "}"))
          .append('\n');
    }
    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.ISO_8859_1));
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

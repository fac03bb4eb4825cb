package dev.whyvoy.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.record.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComponentLogTest {
  private static final String HEAD =
      "[2026-03-04 09:00:00.123][12][debug][http] [source/common/http/filter_manager.cc:1] ";

  @Test
  void localRepliesAndResetsAreGrouped() {
    ComponentLog log = new ComponentLog();
    add(log, HEAD + "[C7][S12345678901] Sending local reply with details no_healthy_upstream");
    add(log, HEAD + "[C9][S55] Sending local reply with details no_healthy_upstream");
    add(
        log,
        HEAD
            + "[Tags: \"ConnectionId\":\"7\"] upstream reset: reset reason: connection failure,"
            + " transport failure reason: delayed connect error: Connection refused");
    add(log, "{\"log\":\"" + HEAD + "Sending local reply with details cluster_not_found\\n\"}");
    add(log, HEAD + "hello");

    assertThat(log.entries())
        .extracting(ComponentLog.Entry::event, ComponentLog.Entry::text, ComponentLog.Entry::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                ComponentLog.Event.LOCAL_REPLY, "no_healthy_upstream", 2L),
            org.assertj.core.groups.Tuple.tuple(
                ComponentLog.Event.LOCAL_REPLY, "cluster_not_found", 1L),
            org.assertj.core.groups.Tuple.tuple(
                ComponentLog.Event.UPSTREAM_RESET,
                "connection failure, transport failure reason: delayed connect error:"
                    + " Connection refused",
                1L));
  }

  @Test
  void orderAndSharingChangeNothing() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      String name = "details_" + Integer.toString(i * i % 700, 36).replaceAll("[0-9]", "x");
      lines.add(HEAD + "Sending local reply with details " + name);
    }
    byte[] expected = bytes(all(lines));
    Collections.shuffle(lines, new Random(3));
    ComponentLog parts = all(lines.subList(0, 400));
    parts.merge(all(lines.subList(400, 1000)));
    assertThat(bytes(parts)).isEqualTo(expected);
    assertThat(bytes(ComponentLog.read(new DataInputStream(new ByteArrayInputStream(expected)))))
        .isEqualTo(expected);
    long kept = parts.entries().stream().mapToLong(ComponentLog.Entry::count).sum();
    assertThat(kept + parts.others()).isEqualTo(1000);
  }

  private static ComponentLog all(List<String> lines) {
    ComponentLog log = new ComponentLog();
    lines.forEach(line -> add(log, line));
    return log;
  }

  private static void add(ComponentLog log, String line) {
    byte[] bytes = Bytes.padded(line);
    log.add(bytes, 0, bytes.length - Bytes.PADDING);
  }

  private static byte[] bytes(ComponentLog log) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    log.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}

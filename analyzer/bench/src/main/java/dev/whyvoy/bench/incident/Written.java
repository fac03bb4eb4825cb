package dev.whyvoy.bench.incident;

import dev.whyvoy.bench.LineWriter;
import dev.whyvoy.bench.Request;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Puts records into the order, the clock and the format in which a log has them. */
final class Written {
  private final Setting setting;
  private final LineWriter writer;
  private final PriorityQueue<Entry> waiting;
  private final StringBuilder line = new StringBuilder(1024);

  Written(Setting setting) {
    this.setting = setting;
    this.writer = writer(setting.format());
    this.waiting = new PriorityQueue<>(Comparator.comparingLong(this::order));
  }

  private long order(Entry entry) {
    return setting.asEnded() ? entry.end() : entry.time();
  }

  void take(Entry entry) {
    waiting.add(entry);
  }

  /** Writes what is to be written by this time. */
  void until(long time, Consumer<StringBuilder> lines) {
    while (!waiting.isEmpty() && order(waiting.peek()) <= time) {
      Entry entry = waiting.remove();
      line.setLength(0);
      writer.write(entry.request(), time(entry), line);
      if (!entry.grpcStatus().isEmpty() && line.charAt(line.length() - 1) == '}') {
        line.setLength(line.length() - 1);
        line.append(",\"grpc_status\":\"").append(entry.grpcStatus()).append("\"}");
      }
      lines.accept(line);
    }
  }

  /** As the clock of the client's proxy tells it. */
  private String time(Entry entry) {
    String who = entry.request().downstreamRemote();
    int colon = who.lastIndexOf(':');
    int hash = who.substring(0, Math.max(0, colon)).hashCode() * 0x9E3779B9 >>> 8;
    long off = setting.skew() == 0 ? 0 : hash % (2 * setting.skew()) - setting.skew();
    long time = entry.time() + off;
    return setting.format().startsWith("seconds")
        ? Instant.ofEpochSecond(Math.floorDiv(time, 1000)).toString()
        : Instant.ofEpochMilli(time).toString();
  }

  private static LineWriter writer(String format) {
    return switch (format) {
      case "seconds" -> LineWriter.named("istio-text");
      case "plain-json" -> Written::plainJson;
      default -> LineWriter.named(format);
    };
  }

  /** Few fields, under names of one's own: no upstream host, no request id. */
  private static void plainJson(Request r, String time, StringBuilder out) {
    out.append("{\"ts\":\"").append(time);
    out.append("\",\"method\":\"").append(r.method()).append("\",\"path\":\"").append(r.path());
    out.append("\",\"status\":").append(r.code());
    out.append(",\"response_flags\":\"").append(r.flags());
    out.append("\",\"response_code_details\":\"").append(r.details());
    out.append("\",\"upstream_cluster\":\"").append(r.cluster().isEmpty() ? "-" : r.cluster());
    out.append("\",\"duration\":").append(r.duration());
    out.append(",\"bytes_sent\":").append(r.sent());
    out.append(",\"authority\":\"").append(r.authority()).append("\"}");
  }
}

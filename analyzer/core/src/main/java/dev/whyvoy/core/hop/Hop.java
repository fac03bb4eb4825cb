package dev.whyvoy.core.hop;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One proxy's record of a request.
 *
 * @param fields as logged; a dash where Envoy had nothing
 * @param time of its beginning in ms since 1970, or {@link AccessRecord#NO_TIME}
 */
public record Hop(Map<Field, String> fields, long time) {

  /** Clocks of two machines, and of two moments at which a record is written, in ms. */
  private static final long SKEW = 1000;

  public Hop {
    fields = Map.copyOf(fields);
  }

  /** The text of a field, or empty. */
  String text(Field field) {
    String text = fields.getOrDefault(field, "");
    return text.equals("-") ? "" : text;
  }

  /** The id by which proxies know a request, or empty; for HTTP it is Envoy's stream id, too. */
  public String requestId() {
    String id = text(Field.REQUEST_ID);
    return id.isEmpty() ? text(Field.STREAM_ID) : id;
  }

  String cluster() {
    return text(Field.UPSTREAM_CLUSTER);
  }

  boolean isInbound() {
    return cluster().startsWith("inbound|") || cluster().startsWith("InboundPassthrough");
  }

  List<String> flags() {
    String flags = text(Field.RESPONSE_FLAGS);
    return flags.isEmpty() ? List.of() : List.of(flags.split(",", -1));
  }

  boolean hasFlag(String... any) {
    List<String> mine = flags();
    for (String flag : any) {
      if (mine.contains(flag)) {
        return true;
      }
    }
    return false;
  }

  boolean hasTime() {
    return time != AccessRecord.NO_TIME;
  }

  /** Milliseconds, or -1. */
  long duration() {
    try {
      return Long.parseLong(text(Field.DURATION));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** When its record was complete, as far as it tells, in ms since 1970. */
  public long end() {
    return time + Math.max(0, duration());
  }

  /** Both ends of the connection to the upstream host, or empty. */
  public String upstreamConnection() {
    return connection(text(Field.UPSTREAM_LOCAL_ADDRESS), text(Field.UPSTREAM_HOST));
  }

  /** Both ends of the connection to the client, or to the proxy before; or empty. */
  public String downstreamConnection() {
    String direct = text(Field.DOWNSTREAM_DIRECT_REMOTE_ADDRESS);
    return connection(
        direct.isEmpty() ? text(Field.DOWNSTREAM_REMOTE_ADDRESS) : direct,
        text(Field.DOWNSTREAM_LOCAL_ADDRESS));
  }

  private static String connection(String from, String to) {
    return from.isEmpty() || to.isEmpty() ? "" : from + " to " + to;
  }

  /** Whether this one's time holds the other's, as that of a proxy holds that of the next. */
  boolean encloses(Hop inner) {
    return !hasTime()
        || !inner.hasTime()
        || inner.time - time >= -SKEW && inner.time - end() <= SKEW;
  }

  /** The request as people name it: {@code GET /a (503 UF)}. */
  public String named() {
    String request = (text(Field.METHOD) + " " + text(Field.PATH)).strip();
    String outcome = (text(Field.RESPONSE_CODE) + " " + text(Field.RESPONSE_FLAGS)).strip();
    return request.isEmpty() ? outcome : request + " (" + outcome + ")";
  }

  /** What it says of the outcome: {@code 400 DPE http1.codec_error, after 3 ms}. */
  public String said() {
    List<String> words = new ArrayList<>();
    for (Field field :
        List.of(
            Field.RESPONSE_CODE,
            Field.RESPONSE_FLAGS,
            Field.RESPONSE_CODE_DETAILS,
            Field.UPSTREAM_TRANSPORT_FAILURE_REASON)) {
      String text = text(field);
      if (!text.isEmpty()) {
        words.add(text.length() > 120 ? text.substring(0, 120) + "..." : text);
      }
    }
    return String.join(" ", words) + (duration() < 0 ? "" : ", after " + duration() + " ms");
  }
}

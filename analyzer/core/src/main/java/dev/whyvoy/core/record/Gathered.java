package dev.whyvoy.core.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record put together from named values of any origin: names are looked up like JSON keys, values
 * are turned into what Envoy writes in its own formats, and values under unknown names are told by
 * their looks if nothing else makes a record.
 */
final class Gathered {
  /** Names that are looked at without being the name of a field. */
  private static final Map<String, Field> ODD_NAMES =
      Map.ofEntries(
          Map.entry("http_request.latency", Field.DURATION),
          Map.entry("common_properties.time_to_last_downstream_tx_byte", Field.DURATION),
          Map.entry("common_properties.upstream_remote_address", Field.UPSTREAM_HOST),
          Map.entry("connection_properties.received_bytes", Field.BYTES_RECEIVED),
          Map.entry("connection_properties.sent_bytes", Field.BYTES_SENT),
          Map.entry("event.duration", Field.DURATION),
          Map.entry("source.bytes", Field.BYTES_RECEIVED),
          Map.entry("destination.bytes", Field.BYTES_SENT),
          Map.entry("destination.address", Field.UPSTREAM_HOST),
          Map.entry("src_addr", Field.DOWNSTREAM_REMOTE_ADDRESS),
          Map.entry("dst_hbone_addr", Field.UPSTREAM_HOST),
          Map.entry("dst_addr", Field.UPSTREAM_LOCAL_ADDRESS),
          Map.entry("dst_service", Field.UPSTREAM_CLUSTER),
          Map.entry("src_workload", Field.SOURCE_WORKLOAD),
          Map.entry("dst_workload", Field.DESTINATION_WORKLOAD),
          Map.entry("bytes_recv", Field.BYTES_RECEIVED));

  private static final Set<String> NANOSECONDS =
      Set.of("event.duration", "event_duration", "envoyproxy.upstream_service_time");

  private static final int MAX_UNKNOWN = 64;

  private final JsonKeys keys;
  private final Map<Field, String> values = new EnumMap<>(Field.class);
  private final Map<Field, Integer> places = new EnumMap<>(Field.class);
  private final List<Unknown> unknown = new ArrayList<>();
  private final AlsParts als = new AlsParts();
  private String line = "";
  private int lineAt;
  private boolean tunnel;
  private boolean module;
  private String error = "";
  private String sourceNamespace = "";
  private String destinationNamespace = "";
  private String direction = "";
  private int errorAt;

  Gathered(JsonKeys keys) {
    this.keys = keys;
  }

  /** A value under a name that says nothing. */
  private record Unknown(String path, String value, int at) {}

  void clear() {
    values.clear();
    places.clear();
    unknown.clear();
    als.clear();
    line = "";
    tunnel = false;
    module = false;
    error = "";
    sourceNamespace = "";
    destinationNamespace = "";
    direction = "";
  }

  /**
   * Adds a value.
   *
   * @param path plain names from outside to inside, joined by dots
   * @param value as text; a dash or {@code null} for none
   * @param at where the value stands
   */
  void put(String path, String value, int at) {
    if (als.take(path, value)) {
      return;
    }
    Field field = fieldOf(path);
    if (field != null) {
      String plain = plain(field, value, NANOSECONDS.contains(tail(path, 2)));
      boolean better = path.endsWith("dst_hbone_addr") || !values.containsKey(field);
      if (better) {
        values.put(field, plain);
        places.put(field, at);
      }
    } else if (isLine(path) && !isWord(value) && value.length() > line.length()) {
      line = value;
      lineAt = at;
    } else if (unknown.size() < MAX_UNKNOWN) {
      unknown.add(new Unknown(path, value, at));
    }
    tunnel |= path.equals("src_addr");
    module |= path.endsWith("envoyproxy.proxy_type");
    switch (path) {
      case "error" -> {
        error = value;
        errorAt = at;
      }
      case "src_namespace" -> sourceNamespace = value;
      case "dst_namespace" -> destinationNamespace = value;
      case "direction" -> direction = value;
      default -> {}
    }
  }

  private @Nullable Field fieldOf(String path) {
    for (int words = 2; words >= 1; words--) {
      Field odd = ODD_NAMES.get(tail(path, words));
      if (odd != null) {
        return odd;
      }
    }
    int meaning = meaning(path);
    return meaning >= 0 ? Field.at(meaning) : null;
  }

  private boolean isLine(String path) {
    return meaning(path) == JsonKeys.INNER;
  }

  /** A message such as {@code access} is no line of a log. */
  private static boolean isWord(String value) {
    return value.length() < 32 && value.matches("[A-Za-z_-]+");
  }

  private int meaning(String path) {
    int dot = path.lastIndexOf('.');
    String parents = dot < 0 ? "" : path.substring(0, dot);
    String parent = parents.substring(parents.lastIndexOf('.') + 1);
    return keys.meaning(parents, parent, path.substring(dot + 1));
  }

  private static String tail(String path, int words) {
    int at = path.length();
    for (int i = 0; i < words && at > 0; i++) {
      at = path.lastIndexOf('.', at - 1);
    }
    return path.isEmpty() ? path : path.substring(at + 1);
  }

  private static String plain(Field field, String value, boolean nanoseconds) {
    if (nanoseconds && value.length() > 6 && value.matches("[0-9]+")) {
      return value.substring(0, value.length() - 6);
    }
    if (nanoseconds && value.matches("[0-9]+")) {
      return "0";
    }
    return switch (field.type()) {
      case INTEGER -> Units.integer(value);
      case CODE -> value.startsWith("value:") ? value.substring(6) : value;
      case PROTOCOL -> Units.protocol(value);
      default -> value;
    };
  }

  /** The text that may be a line of its own; empty if there is none. */
  String line() {
    return line;
  }

  int lineAt() {
    return lineAt;
  }

  /** Whether what was put makes an access record; to be asked once, after all was put. */
  boolean isAccess() {
    als.finish(this::putIfAbsent);
    if (tunnel) {
      if (!error.isEmpty()) {
        putIfAbsent(Field.UPSTREAM_TRANSPORT_FAILURE_REASON, error, errorAt);
      }
      workload(Field.SOURCE_WORKLOAD, sourceNamespace);
      workload(Field.DESTINATION_WORKLOAD, destinationNamespace);
      putIfAbsent(Field.TUNNEL_DIRECTION, direction.isEmpty() ? "-" : direction, 0);
      String target = values.remove(Field.UPSTREAM_LOCAL_ADDRESS);
      if (target != null) {
        putIfAbsent(
            Field.UPSTREAM_HOST, target, places.getOrDefault(Field.UPSTREAM_LOCAL_ADDRESS, 0));
      }
      return values.containsKey(Field.UPSTREAM_HOST) && values.containsKey(Field.BYTES_SENT);
    }
    String remote = values.get(Field.UPSTREAM_REMOTE_ADDRESS);
    if (remote != null) {
      putIfAbsent(
          Field.UPSTREAM_HOST, remote, places.getOrDefault(Field.UPSTREAM_REMOTE_ADDRESS, 0));
    }
    if (isNamed()) {
      looks(Field.RESPONSE_CODE);
      looks(Field.RESPONSE_CODE_DETAILS);
      return true;
    }
    if (!line.isEmpty()) {
      return false;
    }
    looks(null);
    boolean request = has(Field.METHOD) || has(Field.PROTOCOL);
    return has(Field.RESPONSE_CODE_DETAILS)
        || has(Field.RESPONSE_FLAGS) && (request || has(Field.DURATION))
        || has(Field.RESPONSE_CODE) && request;
  }

  private void workload(Field field, String namespace) {
    String name = values.getOrDefault(field, "-");
    if (!isNothing(name) && !namespace.isEmpty()) {
      values.put(field, namespace + "/" + name);
    } else {
      values.putIfAbsent(field, "-");
    }
  }

  /** Takes unknown values for what they look like; only for {@code wanted} if that is given. */
  private void looks(@Nullable Field wanted) {
    for (Unknown each : unknown) {
      Field field = Looks.of(each.path, each.value);
      if (field != null && (wanted == null || wanted == field)) {
        putIfAbsent(field, each.value, each.at);
      }
    }
  }

  private boolean isNamed() {
    return has(Field.RESPONSE_CODE)
        || has(Field.RESPONSE_FLAGS)
        || has(Field.RESPONSE_CODE_DETAILS)
        || has(Field.STATUS_DETAILS)
        || als.isRecord()
        || module
        || values.containsKey(Field.RESPONSE_FLAGS) && has(Field.DURATION);
  }

  private boolean has(Field field) {
    String value = values.get(field);
    return value != null && !isNothing(value);
  }

  private static boolean isNothing(String value) {
    return value.isEmpty() || value.equals("-") || value.equals("null");
  }

  private void putIfAbsent(Field field, String value, int at) {
    if (!has(field)) {
      values.put(field, value);
      places.put(field, at);
    }
  }

  /** The format that the record seems to be in. */
  LogFormat format(boolean isJson) {
    String id =
        tunnel
            ? isJson ? "ztunnel-json" : "ztunnel"
            : als.isRecord()
                ? "als-json"
                : module ? "filebeat-ecs" : has(Field.STATUS_DETAILS) ? "gcp-l7-lb" : "";
    String other = id.isEmpty() ? isJson ? "json" : "key-value" : id;
    return KnownFormats.get().find(other).orElseThrow();
  }

  /** Bytes that {@link #write} needs at most, without padding. */
  int size() {
    int size = 0;
    for (String value : values.values()) {
      size += 3 * value.length() + Bytes.PADDING;
    }
    return size;
  }

  /**
   * Writes the values to {@code target}, and makes {@code record} one of slices of it.
   *
   * @param origin if not null, receives for each byte written where its value starts
   * @return one past the last byte written
   */
  int write(byte[] target, AccessRecord record, int @Nullable [] origin) {
    int end = 0;
    for (Map.Entry<Field, String> entry : values.entrySet()) {
      byte[] value = entry.getValue().getBytes(StandardCharsets.UTF_8);
      System.arraycopy(value, 0, target, end, value.length);
      if (origin != null) {
        for (int i = 0; i < value.length; i++) {
          origin[end + i] = places.getOrDefault(entry.getKey(), 0) + i;
        }
      }
      if (isNothing(entry.getValue())) {
        record.lack(entry.getKey().ordinal(), end, end + value.length);
      } else {
        record.set(entry.getKey(), end, end + value.length);
      }
      end += value.length;
    }
    return end;
  }
}

package dev.whyvoy.core.record;

import java.util.Map;
import java.util.Set;

/**
 * What JSON keys mean. Keys are compared without case, with every run of signs as one underscore,
 * so {@code :authority}, {@code X-Request-Id} and {@code responseCode} need no alias of their own.
 */
final class JsonKeys {
  /** A key that fills no field. */
  static final int NONE = -1;

  /** A key whose text may be a whole log line. */
  static final int INNER = -2;

  /** A key that application logs have. */
  static final int LEVEL = -3;

  /** A key that shows that the object needs a closer look. */
  static final int ODD = -4;

  private static final Set<String> ODD_KEYS =
      Set.of("latency", "protocol_version", "src_addr", "dst_addr", "url_path");

  /** Filebeat's name for what it reads of Envoy's logs. */
  private static final String MODULE = "envoyproxy_";

  private static final Set<String> ODD_PARENTS = Set.of("common_properties", "envoyproxy");

  private static final Set<String> INNER_KEYS =
      Set.of(
          "log",
          "message",
          "msg",
          "text_payload",
          "string_value",
          "line",
          "event",
          "value",
          "body",
          "raw");
  private static final Set<String> LEVEL_KEYS =
      Set.of("level", "severity", "lvl", "scope", "logger");

  /** Objects whose keys are chosen by users. */
  private static final Set<String> OPAQUE =
      Set.of("labels", "annotations", "metadata", "filter_state_objects", "custom_tags");

  private final Map<String, Field> aliases;

  JsonKeys(Map<String, Field> aliases) {
    this.aliases = aliases;
  }

  /**
   * The ordinal of the field that a key fills, or one of the other codes.
   *
   * @param parents plain keys of the objects around it, joined by dots; empty if none
   * @param key the plain key
   */
  int find(String parents, String key) {
    String parent = parents.substring(parents.lastIndexOf('.') + 1);
    if (ODD_KEYS.contains(key) || ODD_PARENTS.contains(parent)) {
      return ODD;
    }
    return meaning(parents, parent, key);
  }

  /** The same without regard to {@link #ODD}. */
  int meaning(String parents, String parent, String key) {
    for (String around = parents; !around.isEmpty(); ) {
      Field whole = aliases.get(around + "." + key);
      if (whole != null) {
        return whole.ordinal();
      }
      int dot = around.indexOf('.');
      around = dot < 0 ? "" : around.substring(dot + 1);
    }
    if (OPAQUE.contains(parent)) {
      return NONE;
    }
    Field field = aliases.get(key.startsWith(MODULE) ? key.substring(MODULE.length()) : key);
    if (field != null) {
      return field.ordinal();
    }
    if (INNER_KEYS.contains(key)) {
      return INNER;
    }
    return parents.isEmpty() && LEVEL_KEYS.contains(key) ? LEVEL : NONE;
  }

  /** {@code X-Request-Id}, {@code xRequestId} and {@code x_request_id} as the last of these. */
  static String plain(String key) {
    StringBuilder plain = new StringBuilder(key.length() + 4);
    boolean lower = false;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean sign = !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
      if (sign) {
        if (plain.length() > 0 && plain.charAt(plain.length() - 1) != '_') {
          plain.append('_');
        }
      } else if (c >= 'A' && c <= 'Z') {
        if (lower) {
          plain.append('_');
        }
        plain.append((char) (c + 32));
      } else {
        plain.append(c);
      }
      lower = c >= 'a' && c <= 'z';
    }
    return plain.toString();
  }
}

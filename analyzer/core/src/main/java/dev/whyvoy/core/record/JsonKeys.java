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

  private static final Set<String> INNER_KEYS =
      Set.of("log", "message", "msg", "text_payload", "string_value", "line", "event", "value");
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
    Field whole = parents.isEmpty() ? null : aliases.get(parents + "." + key);
    if (whole != null) {
      return whole.ordinal();
    }
    String parent = parents.substring(parents.lastIndexOf('.') + 1);
    if (OPAQUE.contains(parent)) {
      return NONE;
    }
    Field field = aliases.get(key);
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

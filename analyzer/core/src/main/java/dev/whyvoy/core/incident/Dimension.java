package dev.whyvoy.core.incident;

import dev.whyvoy.core.record.Field;
import java.util.List;
import java.util.function.Function;

/**
 * A way to tell records apart by where they come from or go to.
 *
 * @param kind what its values are
 * @param value of a record; empty if it has none
 */
record Dimension(Place.Kind kind, Function<Sighting, String> value) {
  /** The narrowest first. */
  static final List<Dimension> ALL =
      List.of(
          new Dimension(Place.Kind.HOST, s -> s.text(Field.UPSTREAM_HOST)),
          new Dimension(Place.Kind.CLIENT, Dimension::client),
          new Dimension(Place.Kind.POD, s -> s.text(Field.POD)),
          new Dimension(Place.Kind.SOURCE_WORKLOAD, s -> s.text(Field.SOURCE_WORKLOAD)),
          new Dimension(Place.Kind.DESTINATION_WORKLOAD, s -> s.text(Field.DESTINATION_WORKLOAD)),
          new Dimension(Place.Kind.NODE, s -> s.text(Field.NODE)),
          new Dimension(Place.Kind.ADDRESS_BLOCK, s -> block(s, 3)),
          new Dimension(Place.Kind.ADDRESS_BLOCK, s -> block(s, 2)),
          new Dimension(Place.Kind.ROUTE, s -> s.text(Field.ROUTE_NAME)),
          new Dimension(Place.Kind.USER_AGENT, s -> s.text(Field.USER_AGENT)),
          new Dimension(Place.Kind.AUTHORITY, s -> s.text(Field.AUTHORITY)),
          new Dimension(Place.Kind.PATH, Dimension::path),
          new Dimension(Place.Kind.METHOD, s -> s.text(Field.METHOD)),
          new Dimension(Place.Kind.PROTOCOL, s -> s.text(Field.PROTOCOL)));

  /** The client's address without its port. */
  static String client(Sighting s) {
    return withoutPort(s.text(Field.DOWNSTREAM_REMOTE_ADDRESS));
  }

  private static String withoutPort(String address) {
    int colon = address.lastIndexOf(':');
    boolean port = colon > 0 && (address.indexOf(':') == colon || address.charAt(colon - 1) == ']');
    return port ? address.substring(0, colon) : address;
  }

  /** {@code 10.2.3.0/24} or {@code 10.2.0.0/16} of the upstream host; empty for other addresses. */
  private static String block(Sighting s, int octets) {
    String[] parts = withoutPort(s.text(Field.UPSTREAM_HOST)).split("\\.", -1);
    if (parts.length != 4 || parts[0].isEmpty() || !Character.isDigit(parts[0].charAt(0))) {
      return "";
    }
    StringBuilder block = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      block.append(i == 0 ? "" : ".").append(i < octets ? parts[i] : "0");
    }
    return block.append('/').append(8 * octets).toString();
  }

  /** The path without query and ids. */
  static String path(Sighting s) {
    String path = s.text(Field.PATH);
    int end = path.indexOf('?');
    String plain = end < 0 ? path : path.substring(0, end);
    StringBuilder shape = new StringBuilder();
    for (String part : plain.split("/", -1)) {
      long digits = part.chars().filter(c -> c >= '0' && c <= '9').count();
      boolean id = digits > 0 && (digits == part.length() || part.length() >= 8);
      shape.append(id ? "*" : part).append('/');
    }
    return shape.substring(0, Math.max(0, shape.length() - 1));
  }
}

package dev.whyvoy.core.fact;

/** Takes addresses apart as Envoy writes them: {@code 10.0.0.1:80}, {@code [::1]:80}, paths. */
final class Addresses {
  private Addresses() {}

  /** The host, without port and brackets. */
  static String host(String address) {
    if (address.startsWith("[")) {
      int end = address.indexOf(']');
      return end < 0 ? address.substring(1) : address.substring(1, end);
    }
    int colon = address.lastIndexOf(':');
    return colon > 0 && address.indexOf(':') == colon ? address.substring(0, colon) : address;
  }

  /** The port, or -1. */
  static int port(String address) {
    int colon = address.lastIndexOf(':');
    if (colon < 0 || (address.indexOf(':') != colon && !address.startsWith("["))) {
      return -1;
    }
    String digits = address.substring(colon + 1);
    boolean number =
        !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(Addresses::isDigit);
    return number ? Integer.parseInt(digits) : -1;
  }

  /** Whether the host is written as an IPv4 or IPv6 address. */
  static boolean isIp(String host) {
    if (host.indexOf(':') >= 0) {
      return host.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.');
    }
    String[] parts = host.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(Addresses::isDigit)) {
        return false;
      }
    }
    return true;
  }

  static boolean isLoopback(String host) {
    return host.startsWith("127.") || host.equals("::1");
  }

  /** Whether an address belongs to a network that is not routed on the internet. */
  static boolean isPrivate(String ip) {
    if (ip.indexOf(':') >= 0) {
      return ip.regionMatches(true, 0, "fc", 0, 2)
          || ip.regionMatches(true, 0, "fd", 0, 2)
          || ip.regionMatches(true, 0, "fe80", 0, 4);
    }
    String[] parts = ip.split("\\.", -1);
    int first = Integer.parseInt(parts[0]);
    int second = Integer.parseInt(parts[1]);
    return first == 10
        || (first == 172 && second >= 16 && second < 32)
        || (first == 192 && second == 168)
        || (first == 100 && second >= 64 && second < 128)
        || (first == 169 && second == 254);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}

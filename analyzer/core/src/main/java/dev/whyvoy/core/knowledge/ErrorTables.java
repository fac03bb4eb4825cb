package dev.whyvoy.core.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of the numbers in which operating systems and TLS libraries say what went wrong. */
public record ErrorTables(
    List<Errno> errnos, List<TlsLibrary> tlsLibraries, List<TlsReason> tlsReasons) {
  public static final ErrorTables NONE = new ErrorTables(List.of(), List.of(), List.of());

  /** Alerts are numbered from here in the SSL library's reasons, by BoringSSL and OpenSSL alike. */
  private static final int FIRST_ALERT = 1000;

  private static final int OPENSSL_SSL_LIBRARY = 20;

  /** Reasons of OpenSSL's SSL library by number, as far as its numbers are told without a text. */
  private static final Map<Integer, String> OPENSSL_REASONS =
      Map.ofEntries(
          Map.entry(134, "CERTIFICATE_VERIFY_FAILED"),
          Map.entry(155, "HTTPS_PROXY_REQUEST"),
          Map.entry(156, "HTTP_REQUEST"),
          Map.entry(191, "NO_PROTOCOLS_AVAILABLE"),
          Map.entry(193, "NO_SHARED_CIPHER"),
          Map.entry(199, "PEER_DID_NOT_RETURN_A_CERTIFICATE"),
          Map.entry(252, "UNKNOWN_PROTOCOL"),
          Map.entry(258, "UNSUPPORTED_PROTOCOL"),
          Map.entry(267, "WRONG_VERSION_NUMBER"),
          Map.entry(294, "UNEXPECTED_EOF_WHILE_READING"));

  /**
   * An error of the operating system.
   *
   * @param linux number on Linux
   * @param macos number on macOS, 0 if it has none
   * @param text as glibc writes it
   * @param elsewhere as macOS or musl writes it, where that differs
   */
  public record Errno(String name, int linux, int macos, String text, List<String> elsewhere) {}

  /** A library of BoringSSL: {@code SSL}, written {@code SSL routines}. */
  public record TlsLibrary(int number, String name, String text) {}

  /** A reason of a BoringSSL library, such as {@code CERTIFICATE_VERIFY_FAILED}. */
  public record TlsReason(String library, int number, String name) {}

  /** Parts of a packed TLS error. */
  public record TlsCode(String library, String reason) {}

  /** The error with this number on Linux, or else on macOS. */
  public Optional<Errno> errno(int number) {
    return errnos.stream()
        .filter(errno -> errno.linux() == number)
        .findFirst()
        .or(() -> errnos.stream().filter(errno -> errno.macos() == number).findFirst());
  }

  /**
   * The error with this name or a text of any system, in any case, blanks as blanks or underscores.
   */
  public Optional<Errno> errno(String text) {
    String wanted = plain(text);
    return errnos.stream().filter(errno -> reads(errno, wanted)).findFirst();
  }

  /**
   * The short name of a library that is written out, such as {@code SSL} of {@code SSL routines}.
   */
  public Optional<String> tlsLibrary(String text) {
    String wanted = plain(text);
    return tlsLibraries.stream()
        .filter(library -> plain(library.text()).equals(wanted))
        .map(TlsLibrary::name)
        .findFirst();
  }

  /** Takes apart a code as BoringSSL packs it: library in the high byte, reason in the low bits. */
  public Optional<TlsCode> boringSsl(long packed) {
    int library = (int) (packed >>> 24);
    int reason = (int) (packed & 0xfff);
    return tlsLibraries.stream()
        .filter(known -> known.number() == library)
        .findFirst()
        .map(known -> new TlsCode(known.name(), reason(known.name(), reason)));
  }

  /**
   * Takes apart a code of OpenSSL's SSL library, 1 or 3. Alerts have the same numbers as in
   * BoringSSL; of others only the usual ones are known, else the reason is empty.
   */
  public Optional<TlsCode> openSsl(long packed) {
    int reason = (int) (packed & 0xfff);
    boolean ssl = packed >>> 24 == OPENSSL_SSL_LIBRARY || packed >>> 23 == OPENSSL_SSL_LIBRARY;
    return ssl
        ? Optional.of(
            new TlsCode(
                "SSL",
                reason >= FIRST_ALERT
                    ? reason("SSL", reason)
                    : OPENSSL_REASONS.getOrDefault(reason, "")))
        : Optional.empty();
  }

  /** Whether a reason of the SSL library is an alert that the other side sent. */
  public boolean isAlert(String reason) {
    return reason.contains("_ALERT_")
        || tlsReasons.stream()
            .anyMatch(
                known ->
                    known.number() >= FIRST_ALERT
                        && known.library().equals("SSL")
                        && known.name().equals(reason));
  }

  /** The library whose reason this is, of several the SSL library; empty if none knows it. */
  public Optional<String> libraryOf(String reason) {
    return tlsReasons.stream()
        .filter(known -> known.name().equals(reason))
        .map(TlsReason::library)
        .min(Comparator.comparing(library -> !library.equals("SSL")));
  }

  private static boolean reads(Errno errno, String wanted) {
    return plain(errno.text()).equals(wanted)
        || plain(errno.name()).equals(wanted)
        || errno.elsewhere().stream().anyMatch(text -> plain(text).equals(wanted));
  }

  private String reason(String library, int number) {
    if (library.equals("SYS")) {
      return errno(number).map(Errno::text).orElse("");
    }
    return tlsReasons.stream()
        .filter(known -> known.library().equals(library) && known.number() == number)
        .map(TlsReason::name)
        .findFirst()
        .orElse("");
  }

  private static String plain(String text) {
    return text.strip().replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}

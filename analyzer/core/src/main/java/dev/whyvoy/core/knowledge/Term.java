package dev.whyvoy.core.knowledge;

/**
 * A word or number of a list that Envoy passes on: an error of the operating system or of a TLS
 * library, a result of checking a certificate, a gRPC status, a way in which a connection ended.
 *
 * @param list which list, in words: {@code gRPC status}
 * @param name as programs name it: {@code ECONNREFUSED}
 * @param number as logs show it; may be empty
 * @param text as logs show it; may be empty
 * @param meaning for people; may be empty
 */
public record Term(String list, String name, String number, String text, String meaning) {
  /** The list of results of checking a certificate, which X.509 libraries number alike. */
  public static final String CERTIFICATE_CHECK = "certificate check";
}

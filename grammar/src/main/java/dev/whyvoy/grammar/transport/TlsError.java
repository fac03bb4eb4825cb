package dev.whyvoy.grammar.transport;

import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import org.jspecify.annotations.Nullable;

/**
 * One error of a TLS library's queue: {@code 268435581:SSL
 * routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED}.
 *
 * @param code the packed code as written
 * @param number the packed code; null if there is none or it is out of range
 * @param library {@code SSL routines}
 * @param function {@code OPENSSL_internal} from BoringSSL, a function's name from OpenSSL
 * @param reason {@code CERTIFICATE_VERIFY_FAILED}, {@code Connection reset by peer}
 * @param data what follows the reason
 */
public record TlsError(
    Span span,
    @Nullable Piece code,
    @Nullable Long number,
    @Nullable Piece library,
    @Nullable Piece function,
    @Nullable Piece reason,
    @Nullable Piece data) {

  /** How a library packs its number, library and reason into one code. */
  public enum Packing {
    /** {@code library << 24 | reason}. */
    BORINGSSL,
    /** {@code library << 24 | function << 12 | reason}: OpenSSL up to 1.1.1. */
    OPENSSL_1,
    /** {@code library << 23 | reason}: OpenSSL since 3.0. */
    OPENSSL_3
  }

  /** The packing of the code; null without a code. */
  public @Nullable Packing packing() {
    if (number == null) {
      return null;
    }
    if (function != null && function.text().equals("OPENSSL_internal")) {
      return Packing.BORINGSSL;
    }
    // OpenSSL 3 leaves these bits empty but for the lowest bit of its library number.
    long middle = (number >> 12) & 0x7ff;
    return middle == 0 ? Packing.OPENSSL_3 : Packing.OPENSSL_1;
  }
}

package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.ERRNO;
import static dev.whyvoy.core.fact.FactNames.TLS_ALERT;
import static dev.whyvoy.core.fact.FactNames.TLS_FORM;
import static dev.whyvoy.core.fact.FactNames.TLS_LIBRARY;
import static dev.whyvoy.core.fact.FactNames.TLS_REASON;
import static dev.whyvoy.core.fact.FactNames.TLS_STEP;
import static dev.whyvoy.core.fact.FactNames.TLS_VERIFY;

import dev.whyvoy.core.knowledge.ErrorTables;
import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.transport.TlsError;
import dev.whyvoy.grammar.transport.TransportPart;
import dev.whyvoy.grammar.transport.TransportPart.TlsErrors.Form;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** TLS error queues to facts: the last error of the SSL library tells, or else the last of all. */
final class TlsFacts {
  /** Reasons of the SSL library between these are alerts that were received, by number. */
  private static final long FIRST_ALERT = 1000;

  private static final long LAST_ALERT = 1256;

  private final ErrorTables tables;

  TlsFacts(ErrorTables tables) {
    this.tables = tables;
  }

  /** An error, decoded. */
  private record Read(String library, String reason) {
    ErrorTables.TlsCode packed() {
      return new ErrorTables.TlsCode(library, reason);
    }
  }

  void read(TransportPart.TlsErrors errors, Reading reading) {
    Read telling = null;
    for (TlsError error : errors.errors()) {
      Read read = decode(error);
      if (telling == null || read.library().equals("SSL") || !telling.library().equals("SSL")) {
        telling = read;
      }
      reading.facts().set(TLS_FORM, form(errors.form(), error));
      if (!read.library().isEmpty()) {
        reading.facts().add(TLS_LIBRARY, read.library());
      }
      Piece code = error.code();
      if (code != null) {
        reading.label(code.span(), packed(error, read));
      }
      label(error.reason(), read, reading);
      if (read.reason().equals("HANDSHAKE_FAILURE_ON_CLIENT_HELLO")) {
        reading.facts().set(TLS_STEP, "client_hello");
      }
    }
    if (telling != null) {
      tell(telling, reading);
    }
    if (errors.verify() != null) {
      read(errors.verify(), reading);
    }
  }

  /** Reads the bare name of a reason, as BoringSSL spells it; says whether it is one. */
  boolean reason(Piece name, Reading reading) {
    Optional<String> library = tables.libraryOf(name.text());
    library.ifPresent(
        known -> {
          Read read = new Read(known, name.text());
          reading.facts().add(TLS_LIBRARY, known);
          reading.facts().infer(TLS_FORM, "boringssl");
          label(name, read, reading);
          tell(read, reading);
        });
    return library.isPresent();
  }

  void read(TransportPart.CertificateError error, Reading reading) {
    reading.facts().set(TLS_VERIFY, error.reason().text());
    reading.label(error.reason().span(), "why the certificate was not accepted");
    Piece depth = error.depth();
    if (depth != null) {
      reading.label(
          depth.span(),
          depth.text().equals("0")
              ? "the certificate itself"
              : "a certificate further up its chain");
    }
  }

  private void tell(Read read, Reading reading) {
    if (read.library().equals("SYS")) {
      tables.errno(read.reason()).ifPresent(errno -> reading.facts().set(ERRNO, errno.name()));
    } else if (!read.reason().isEmpty()) {
      reading.facts().set(TLS_REASON, read.reason());
      if (tables.isAlert(read.reason())) {
        reading.facts().set(TLS_ALERT, "true");
      }
    }
  }

  /** Takes library and reason from the text, and what is missing from the packed code. */
  private Read decode(TlsError error) {
    Long number = error.number();
    boolean openSsl = !isBoringSsl(error);
    Optional<ErrorTables.TlsCode> packed =
        number == null
            ? Optional.empty()
            : openSsl ? tables.openSsl(number) : tables.boringSsl(number);
    String library = text(error.library());
    library = library.isEmpty() ? "" : tables.tlsLibrary(library).orElse(library);
    String reason = text(error.reason());
    if (library.isEmpty()) {
      library = packed.map(ErrorTables.TlsCode::library).orElse("");
    }
    if (reason.isEmpty()) {
      reason = packed.map(ErrorTables.TlsCode::reason).orElse("");
    } else if (!library.equals("SYS")) {
      reason = reason.replace(' ', '_').toUpperCase(Locale.ROOT);
    }
    return new Read(library, reason);
  }

  /** What a packed code holds, in the packing of the library that wrote it. */
  private String packed(TlsError error, Read read) {
    Long number = error.number();
    TlsError.Packing packing = isBoringSsl(error) ? TlsError.Packing.BORINGSSL : error.packing();
    if (number == null || packing == null) {
      return "error of the TLS library";
    }
    String library = read.library().isEmpty() ? "" : " (" + read.library() + ")";
    return switch (packing) {
      case BORINGSSL ->
          read.library().equals("SYS")
              ? "packed: error " + (number & 0xfff) + " of the operating system" + errno(read)
              : "packed: library "
                  + (number >>> 24)
                  + library
                  + reason(number & 0xfff, tables.boringSsl(number).orElse(read.packed()));
      case OPENSSL_1 ->
          "packed by OpenSSL 1: library "
              + (number >>> 24)
              + library
              + ", function "
              + (number >>> 12 & 0xfff)
              + reason(number & 0xfff, read.packed());
      case OPENSSL_3 ->
          "packed by OpenSSL 3: library "
              + (number >>> 23)
              + library
              + reason(number & 0x7fffff, read.packed());
    };
  }

  private String errno(Read read) {
    return tables.errno(read.reason()).map(errno -> ", " + errno.name()).orElse("");
  }

  private static String reason(long number, ErrorTables.TlsCode read) {
    String alert =
        read.library().equals("SSL") && number > FIRST_ALERT && number < LAST_ALERT
            ? " (alert " + (number - FIRST_ALERT) + ")"
            : "";
    return ", reason " + number + alert + (read.reason().isEmpty() ? "" : ", " + read.reason());
  }

  private void label(@Nullable Piece reason, Read read, Reading reading) {
    if (reason != null) {
      reading.label(
          reason.span(),
          read.library().equals("SYS")
              ? "operating system's error" + errno(read)
              : tables.isAlert(read.reason())
                  ? "TLS alert that the other side sent: it refuses Envoy"
                  : "reason of the TLS error");
    }
  }

  private static boolean isBoringSsl(TlsError error) {
    String function = text(error.function());
    return function.isEmpty() && text(error.library()).isEmpty()
        || function.replace(' ', '_').equals("OPENSSL_internal");
  }

  private static String form(Form form, TlsError error) {
    if (!isBoringSsl(error)) {
      return text(error.function()).isEmpty() ? "openssl3" : "openssl1";
    }
    return form == Form.OLD ? "old" : "boringssl";
  }

  private static String text(@Nullable Piece piece) {
    return piece == null ? "" : piece.text();
  }
}

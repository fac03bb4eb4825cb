package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.ERRNO;
import static dev.whyvoy.core.fact.FactNames.TLS_ALERT;
import static dev.whyvoy.core.fact.FactNames.TLS_FORM;
import static dev.whyvoy.core.fact.FactNames.TLS_LIBRARY;
import static dev.whyvoy.core.fact.FactNames.TLS_REASON;
import static dev.whyvoy.core.fact.FactNames.TLS_STEP;
import static dev.whyvoy.core.fact.FactNames.TLS_VERIFY;

import dev.whyvoy.core.knowledge.ErrorTables;
import dev.whyvoy.core.knowledge.Term;
import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.transport.TlsError;
import dev.whyvoy.grammar.transport.TransportPart;
import dev.whyvoy.grammar.transport.TransportPart.TlsErrors.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** TLS error queues to facts: the last error of the SSL library tells, or else the last of all. */
final class TlsFacts {
  /** Reasons of the SSL library between these are alerts that were received, by number. */
  private static final long FIRST_ALERT = 1000;

  private static final long LAST_ALERT = 1256;

  private static final int OPENSSL_SSL_LIBRARY = 20;

  private final ErrorTables tables;
  private final Supplier<List<Term>> terms;

  /**
   * @param terms words and numbers with their meaning; asked for only when a certificate was
   *     refused
   */
  TlsFacts(ErrorTables tables, Supplier<List<Term>> terms) {
    this.tables = tables;
    this.terms = terms;
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

  /** Reads a packed code with nothing around it; says whether it is one of a TLS library. */
  boolean code(Piece code, Reading reading) {
    for (long number : numbers(code.text())) {
      TlsError.Packing packing = packing(number);
      Optional<ErrorTables.TlsCode> known =
          packing == TlsError.Packing.BORINGSSL ? tables.boringSsl(number) : tables.openSsl(number);
      if (known.isPresent()
          && !known.get().library().equals("SYS")
          && !known.get().reason().isEmpty()) {
        Read read = new Read(known.get().library(), known.get().reason());
        reading.facts().add(TLS_LIBRARY, read.library());
        reading
            .facts()
            .infer(
                TLS_FORM,
                switch (packing) {
                  case BORINGSSL -> "boringssl";
                  case OPENSSL_1 -> "openssl1";
                  case OPENSSL_3 -> "openssl3";
                });
        reading.label(code.span(), packed(number, packing, read));
        tell(read, reading);
        return true;
      }
    }
    return false;
  }

  /** What digits may stand for: a decimal number, or one that is written as OpenSSL prints it. */
  private static List<Long> numbers(String digits) {
    String hex = digits.startsWith("0x") ? digits.substring(2) : digits;
    List<Long> numbers = new ArrayList<>();
    if (digits.matches("[0-9]{9,10}")) {
      numbers.add(Long.parseLong(digits));
    }
    if (hex.matches("[0-9A-Fa-f]{8}")) {
      numbers.add(Long.parseLong(hex, 16));
    }
    return numbers;
  }

  /** Which library packs its codes so that this is one of its SSL library. */
  private static TlsError.Packing packing(long number) {
    return number >>> 24 == OPENSSL_SSL_LIBRARY
        ? TlsError.Packing.OPENSSL_1
        : number >>> 23 == OPENSSL_SSL_LIBRARY
            ? TlsError.Packing.OPENSSL_3
            : TlsError.Packing.BORINGSSL;
  }

  void read(TransportPart.CertificateError error, Reading reading) {
    String why = error.reason().text();
    reading.facts().set(TLS_VERIFY, why);
    reading.label(error.reason().span(), "why the certificate was not accepted" + verifyError(why));
    Piece depth = error.depth();
    if (depth != null) {
      reading.label(
          depth.span(),
          depth.text().equals("0")
              ? "the certificate itself"
              : "a certificate further up its chain");
    }
  }

  /** Number and name of the result of checking a certificate, if the words are one's. */
  private String verifyError(String words) {
    return terms.get().stream()
        .filter(term -> term.list().equals(Term.CERTIFICATE_CHECK))
        .filter(term -> term.text().equalsIgnoreCase(words))
        .findFirst()
        .map(term -> ": error " + term.number() + ", X509_V_ERR_" + term.name())
        .orElse("");
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
    return packed(number, packing, read);
  }

  private String packed(long number, TlsError.Packing packing, Read read) {
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

package dev.whyvoy.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.knowledge.ErrorTables.Errno;
import dev.whyvoy.core.knowledge.ErrorTables.TlsCode;
import org.junit.jupiter.api.Test;

class ErrorTablesTest {
  private static final ErrorTables TABLES = Knowledge.load().tables();

  @Test
  void boringSslPacksLibraryAndReason() {
    assertThat(TABLES.boringSsl(268435581))
        .contains(new TlsCode("SSL", "CERTIFICATE_VERIFY_FAILED"));
    assertThat(TABLES.boringSsl(268435703)).contains(new TlsCode("SSL", "WRONG_VERSION_NUMBER"));
    assertThat(TABLES.boringSsl(268436496))
        .contains(new TlsCode("SSL", "SSLV3_ALERT_HANDSHAKE_FAILURE"));
    assertThat(TABLES.boringSsl(33554536)).contains(new TlsCode("SYS", "Connection reset by peer"));
    assertThat(TABLES.boringSsl(7)).isEmpty();
  }

  @Test
  void openSslPacksDifferentlyInItsVersions() {
    assertThat(TABLES.openSsl(0x14094416L))
        .contains(new TlsCode("SSL", "SSLV3_ALERT_CERTIFICATE_UNKNOWN"));
    assertThat(TABLES.openSsl(0x0A000416L))
        .contains(new TlsCode("SSL", "SSLV3_ALERT_CERTIFICATE_UNKNOWN"));
    assertThat(TABLES.openSsl(0x0A00010BL)).contains(new TlsCode("SSL", "WRONG_VERSION_NUMBER"));
    assertThat(TABLES.openSsl(0x0A0003E7L)).contains(new TlsCode("SSL", ""));
    assertThat(TABLES.openSsl(268435581)).isEmpty();
  }

  @Test
  void alertsAreWhatTheOtherSideSent() {
    assertThat(TABLES.isAlert("SSLV3_ALERT_CERTIFICATE_EXPIRED")).isTrue();
    assertThat(TABLES.isAlert("CERTIFICATE_VERIFY_FAILED")).isFalse();
  }

  @Test
  void errorsHaveNumbersAndTexts() {
    assertThat(TABLES.errno(111)).map(Errno::name).contains("ECONNREFUSED");
    assertThat(TABLES.errno(61)).map(Errno::name).contains("ECONNREFUSED");
    assertThat(TABLES.errno("Connection_refused")).map(Errno::name).contains("ECONNREFUSED");
    assertThat(TABLES.errno("no route to host")).map(Errno::name).contains("EHOSTUNREACH");
    assertThat(TABLES.errno("whatever")).isEmpty();
    assertThat(TABLES.tlsLibrary("SSL_routines")).contains("SSL");
  }
}

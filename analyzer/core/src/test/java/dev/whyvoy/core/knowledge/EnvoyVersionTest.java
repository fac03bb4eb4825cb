package dev.whyvoy.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvoyVersionTest {
  @ParameterizedTest
  @CsvSource({"1.30,1.30", "1.30.4,1.30", "v1.38.0,1.38", "1.39-dev,1.39-dev", "main,1.39-dev"})
  void reads(String text, String version) {
    assertThat(EnvoyVersion.parse(text)).map(EnvoyVersion::toString).contains(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.", "1.2", "1.21", "1.40", "2.30", "1.300", "1.30x", "latest"})
  void refuses(String text) {
    assertThat(EnvoyVersion.parse(text)).isEmpty();
  }

  @Test
  void pointsToTheReleaseOrMain() {
    assertThat(EnvoyVersion.RELEASED.gitRef()).isEqualTo("v1.38.0");
    assertThat(EnvoyVersion.DEV.gitRef()).startsWith("6806efb84e").hasSize(40);
  }
}

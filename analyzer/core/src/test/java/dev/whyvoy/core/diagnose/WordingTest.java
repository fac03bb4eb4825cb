package dev.whyvoy.core.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static Wording of(String range) {
    return Wording.of(Facts.of("wording_release", range));
  }

  private static EnvoyVersion release(int minor) {
    return new EnvoyVersion(minor);
  }

  @Test
  void withoutTheFactEveryReleaseCanHaveWrittenIt() {
    assertThat(Wording.of(Facts.NONE).isAny()).isTrue();
    assertThat(of("nonsense").isAny()).isTrue();
    assertThat(of("1.31..1.39-dev").isAny()).isFalse();
  }

  @Test
  void isSaidInWords() {
    assertThat(of("1.31..1.39-dev").words()).isEqualTo("1.31 or newer");
    assertThat(of("1.22..1.30").words()).isEqualTo("1.30 or older");
    assertThat(of("1.24..1.29").words()).isEqualTo("1.24 to 1.29");
    assertThat(of("1.27..1.27").words()).isEqualTo("1.27");
  }

  @Test
  void theNearestReleaseIsTheOneAskedForIfItCanBe() {
    assertThat(of("1.24..1.29").nearest(release(26))).isEqualTo(release(26));
    assertThat(of("1.24..1.29").nearest(release(38))).isEqualTo(release(29));
    assertThat(of("1.24..1.29").nearest(release(22))).isEqualTo(release(24));
  }
}

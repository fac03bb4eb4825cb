package dev.whyvoy.core.explain;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any bytes as a paste. */
class ExplainFuzzTest {
  @FuzzTest
  void paste(byte[] bytes) {
    ExplainerPropertiesTest.check(new String(bytes, StandardCharsets.UTF_8));
  }
}

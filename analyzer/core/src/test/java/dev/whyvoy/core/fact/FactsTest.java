package dev.whyvoy.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FactsTest {
  @Test
  void holdsOneOrSeveralValues() {
    Facts facts = Facts.builder().set("a", "1").add("b", "x").add("b", "y").build();
    assertThat(facts.get("a")).contains("1");
    assertThat(facts.all("b")).containsExactly("x", "y");
    assertThat(facts.holds("b", "y")).isTrue();
    assertThat(facts.all("c")).isEmpty();
    assertThat(facts.get("c")).isEmpty();
  }

  @Test
  void settingReplacesAndBuiltFactsStay() {
    Facts.Builder builder = Facts.builder().add("a", "1");
    Facts before = builder.build();
    Facts after = builder.set("a", "2").build();
    assertThat(before.all("a")).containsExactly("1");
    assertThat(after.all("a")).containsExactly("2");
  }

  @Test
  void numbersAreWholeAndBounded() {
    assertThat(Facts.of("a", "120001").number("a")).hasValue(120001);
    assertThat(Facts.of("a", "-1").number("a")).hasValue(-1);
    for (String text : new String[] {"", "-", "1.5", "x", "1234567890123456789"}) {
      assertThat(Facts.of("a", text).number("a")).as(text).isEmpty();
    }
  }

  @Test
  void lackingIsNotTheSameAsUnknown() {
    Facts facts = Facts.builder().lacks("upstream_host").build();
    assertThat(facts.lacks("upstream_host")).isTrue();
    assertThat(facts.lacks("path")).isFalse();
    assertThat(facts.has("upstream_host")).isFalse();
    assertThat(facts.isEmpty()).isFalse();
    assertThat(facts.toBuilder().set("upstream_host", "x").build().lacks("upstream_host"))
        .isFalse();
  }

  @Test
  void ownFactsComeBeforeThoseOfOthers() {
    Facts own = Facts.builder().set("a", "own").lacks("b").build();
    Facts others = Facts.builder().set("a", "other").set("b", "other").set("c", "other").build();
    Facts all = own.orElse(others);
    assertThat(all.get("a")).contains("own");
    assertThat(all.lacks("b")).isTrue();
    assertThat(all.get("c")).contains("other");
    assertThat(Facts.NONE.orElse(others)).isEqualTo(others);
  }
}

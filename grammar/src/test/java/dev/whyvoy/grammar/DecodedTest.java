package dev.whyvoy.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedTest {
  @Test
  void identity() {
    Decoded text = Decoded.of("abc");
    assertThat(text.span(1, 3)).isEqualTo(new Span(1, 3));
    assertThat(text.slice(1, 3).span(0, 2)).isEqualTo(new Span(1, 3));
    assertThat(text.json()).isSameAs(text);
  }

  @Test
  void jsonEscapes() {
    Decoded text = Decoded.of("a\\u003cb\\n\\\"c\\/d\\q").json();
    assertThat(text.text()).isEqualTo("a<b\n\"c/d\\q");
    assertThat(text.span(1, 2)).isEqualTo(new Span(1, 7));
    assertThat(text.span(0, text.text().length())).isEqualTo(new Span(0, 18));
  }

  @Test
  void percentDecodesUtf8AndLeavesTheRest() {
    Decoded text = Decoded.of("a%20b%E2%80%A6c%zz%f").percent();
    assertThat(text.text()).isEqualTo("a b\u2026c%zz%f");
    assertThat(text.span(3, 4)).isEqualTo(new Span(5, 14));
  }

  @ParameterizedTest
  @CsvSource({
    "&lt;x&gt;, <x>",
    "&#124;, |",
    "&#x7c;, |",
    "a&amp;b, a&b",
    "&nope;, &nope;",
    "&lt, &lt",
    "&#xffffff;, &#xffffff;"
  })
  void htmlEntities(String html, String text) {
    assertThat(Decoded.of(html).html().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"a\\_b, a_b", "\\{x\\}, {x}", "a\\|b, a|b", "c:\\dir, c:\\dir", "\\, \\"})
  void backslashes(String escaped, String text) {
    assertThat(Decoded.of(escaped).unescaped().text()).isEqualTo(text);
  }

  @Test
  void typographicQuotesAndInvisibleMarks() {
    assertThat(Decoded.of("\u201ca\u201d\u00a0\u2018b\u2019\u200bc\ufeff").plain().text())
        .isEqualTo("\"a\" 'b'c");
  }

  @Test
  void terminalColours() {
    Decoded text = Decoded.of("\u001b[31mUF\u001b[0m,\u001b").withoutColours();
    assertThat(text.text()).isEqualTo("UF,\u001b");
    assertThat(text.span(2, 3)).isEqualTo(new Span(11, 12));
  }

  @Test
  void stepsCompose() {
    Decoded text = Decoded.of("\\u0026lt;x\\u0026gt;").json().html();
    assertThat(text.text()).isEqualTo("<x>");
    assertThat(text.span(1, 2)).isEqualTo(new Span(9, 10));
    assertThat(text.slice(1, 2).span(0, 1)).isEqualTo(new Span(9, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%F0%9F%98%80", "&#128512;"})
  void supplementaryCharacters(String encoded) {
    assertThat(Decoded.of(encoded).percent().html().text()).isEqualTo("\ud83d\ude00");
  }

  @Test
  void accessLogTrap27QuotesAsUnicodeEscapes() {
    assertThat(Decoded.of("\\u0022a\\u005cb\\u00e9\\u0022").json().text())
        .isEqualTo("\"a\\b\u00e9\"");
  }

  @Test
  void accessLogTrap35JsonInJson() {
    Decoded text = Decoded.of("{\\\\\\\"a\\\\\\\":1}").json().json();
    assertThat(text.text()).isEqualTo("{\"a\":1}");
    assertThat(text.span(1, 2)).isEqualTo(new Span(1, 5));
  }
}

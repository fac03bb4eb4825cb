package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whyvoy.core.knowledge.Condition;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.FactTest;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.report.CatalogSearch.Hits;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static final Knowledge KNOWLEDGE = Knowledge.load();
  private static final CatalogText TEXT =
      new CatalogText(new Page(80, false, true), KNOWLEDGE, true);
  private final CatalogSearch search = new CatalogSearch(KNOWLEDGE);

  @Test
  void theListNamesEveryDiagnosisAndFits() {
    String list = TEXT.list();
    assertThat(list).contains(KNOWLEDGE.diagnoses().stream().map(Diagnosis::code).toList());
    assertThat(list.lines()).allMatch(line -> Columns.of(line) <= 80);
    assertThat(list).doesNotContain("{retried}", "{answered}", "{upstream}");
  }

  @Test
  void unwrappedEachDiagnosisIsOneLine() {
    String list = new CatalogText(new Page(80, false, true), KNOWLEDGE, false).list();
    assertThat(list.lines().filter(line -> line.startsWith("EV")))
        .hasSize(KNOWLEDGE.diagnoses().size());
  }

  @Test
  void everyEntryCanBeShown() {
    KNOWLEDGE.causes().forEach(cause -> assertFits(TEXT.cause(cause), cause.id()));
    KNOWLEDGE.messages().forEach(message -> assertFits(TEXT.message(message), message.id()));
  }

  private static void assertFits(String page, String id) {
    assertThat(page.replaceAll("\\s", "")).contains(id);
    assertThat(page.lines()).allMatch(line -> Columns.of(line) <= 80);
  }

  @Test
  void aFlagLeadsToItsDiagnoses() {
    assertThat(search.flag("UF")).isPresent();
    assertThat(search.flag("uf")).isEmpty();
    Hits hits = search.withFlag("UF");
    assertThat(hits.diagnoses()).extracting(Diagnosis::code).contains("EV300");
  }

  @Test
  void wordsAreSearchedInAnyCase() {
    assertThat(search.holding("KEEP-ALIVE idle").causes())
        .extracting(cause -> cause.id())
        .contains("upstream-keepalive-race");
    assertThat(search.holding("onUpstreamReset").messages()).isNotEmpty();
    assertThat(search.holding("zzzz-nothing").isEmpty()).isTrue();
    assertThat(TEXT.hits(search.holding("upstream"), false)).contains("more (--all)");
  }

  @Test
  void jsonHoldsEveryKind() throws IOException {
    JsonNode json = new ObjectMapper().readTree(CatalogJson.of(search.holding("upstream")));
    assertThat(json.get("diagnoses")).isNotEmpty();
    assertThat(json.get("causes")).isNotEmpty();
    assertThat(json.get("messages")).isNotEmpty();
  }

  @Test
  void conditionsReadAsSentences() {
    Condition condition =
        new Condition(
            List.of(
                new Condition.AllOf(
                    List.of(
                        new FactTest.AnyOf("errno", List.of("A", "B")),
                        new FactTest.Range("duration_ms", Long.MIN_VALUE, 100))),
                new Condition.AllOf(
                    List.of(
                        new FactTest.Presence("upstream_host", false),
                        new FactTest.NoneOf("response_code", List.of("200")),
                        new FactTest.Near("duration_ms", List.of(15000L))))));
    assertThat(Words.condition(condition))
        .isEqualTo(
            "errno is A or B, and duration_ms is at most 100; or upstream_host is absent, and"
                + " response_code is present but not 200, and duration_ms is just after 15000");
    assertThat(Words.condition(Condition.ALWAYS)).isEqualTo("always");
    assertThat(Words.general("the upstream {x} ({y} of {z}){retried}; {answered}"))
        .isEqualTo("the upstream <x>");
  }
}

package dev.whyvoy.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.fact.Facts;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The compiled resource says the same as the YAML files. */
class CompiledKnowledgeTest {
  private static final Knowledge BUILT = Knowledge.load();

  @Test
  void decodesToWhatTheFilesSay() throws Exception {
    KnowledgeModel files = KnowledgeCompiler.builtIn();
    KnowledgeModel compiled = BUILT.model();
    assertThat(compiled).isEqualTo(files);
  }

  @Test
  void sameKnowledgeSameBytes() throws Exception {
    byte[] first = KnowledgeCompiler.compile(KnowledgeCompiler.builtIn());
    byte[] second = KnowledgeCompiler.compile(KnowledgeCompiler.builtIn());
    assertThat(second).isEqualTo(first);
    assertThat(KnowledgeCompiler.compile(BUILT.model())).isEqualTo(first);
  }

  @Test
  void findsByCodeSlugAndId() {
    assertThat(BUILT.diagnosis("ev301")).map(Diagnosis::slug).contains("upstream-connect-refused");
    assertThat(BUILT.diagnosis("upstream-connect-refused")).map(Diagnosis::code).contains("EV301");
    assertThat(BUILT.diagnosis("EV999")).isEmpty();
    assertThat(BUILT.causes("EV410")).extracting(Cause::id).startsWith("upstream-keepalive-race");
    assertThat(BUILT.cause("upstream-keepalive-race")).isPresent();
    assertThat(BUILT.refinements("EV300")).extracting(Rule::code).contains("EV301");
  }

  @Test
  void theIndexOffersEveryRuleThatCanHold() {
    Facts facts = Facts.builder().set("errno", "ECONNREFUSED").add("response_flags", "UF").build();
    assertThat(BUILT.candidates(facts)).extracting(Rule::code).contains("EV300", "EV301");
    assertThat(BUILT.candidates(Facts.of("errno", "ETIMEDOUT")))
        .extracting(Rule::code)
        .doesNotContain("EV301");
  }

  @Test
  void everyMessageIsFoundByItsAnchor() {
    for (int i = 0; i < BUILT.messages().size(); i++) {
      Template template = Template.parse(BUILT.messages().get(i).template());
      if (!template.hasText()) {
        continue;
      }
      String literal = template.literals().get(MessageIndex.anchor(template));
      if (literal.isBlank()) {
        continue;
      }
      int[] found =
          literal.length() < 4
              ? BUILT.messageIndex().shortCandidates(literal, 0)
              : BUILT.messageIndex().candidates(literal.replace(' ', '_'), 0);
      int wanted = i;
      assertThat(IntStream.of(found).anyMatch(f -> f == wanted)).as(literal).isTrue();
    }
  }
}

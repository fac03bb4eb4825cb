package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
  private static final Knowledge KNOWLEDGE = Knowledge.load();

  private static ExplanationText text(int width, boolean unicode) {
    return new ExplanationText(new Page(width, false, unicode), KNOWLEDGE);
  }

  @ParameterizedTest
  @CsvSource({"60,true", "80,true", "80,false", "120,true"})
  void textFitsThePage(int width, boolean unicode) throws IOException {
    String full = text(width, unicode).full(Made.explanation());
    assertThat(full.lines()).allMatch(line -> Columns.of(line) <= width);
    Golden.check("explanation-" + width + (unicode ? "" : "-ascii") + ".txt", full);
  }

  @Test
  void colourAddsNothingButColour() {
    String plain = text(80, true).full(Made.explanation());
    String coloured =
        new ExplanationText(new Page(80, true, true), KNOWLEDGE).full(Made.explanation());
    assertThat(coloured).contains("\u001b[1;31mEV301");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll(" +\n", "\n"))
        .isEqualTo(plain);
  }

  @Test
  void briefIsThreeLines() throws IOException {
    Golden.check("explanation-brief.txt", text(80, true).brief(Made.explanation()));
  }

  @Test
  void unknownTextIsShownSafelyWithTheNearestKnownOne() throws IOException {
    String full = text(80, true).full(Made.unknown());
    assertThat(full).doesNotContain("\u001b").contains("\\x1b[31m");
    Golden.check("explanation-unknown.txt", full);
  }

  @Test
  void markdownIsReadyForATicket() throws IOException {
    Golden.check("explanation.md", new ExplanationMarkdown(KNOWLEDGE).of(Made.explanation()));
  }

  @Test
  void markdownCannotBeBrokenOutOf() {
    Explanation hostile =
        new Explanation(
            "a\n```\n<script>alert(1)</script>",
            EnvoyVersion.RELEASED,
            Made.explanation().findings());
    assertThat(new ExplanationMarkdown(KNOWLEDGE).of(hostile))
        .contains("````\na\n```\n<script>alert(1)</script>\n````\n");
    assertThat(ExplanationMarkdown.prose("<img src=x> [a](b) *c* d_e _f_ `g_*h`"))
        .isEqualTo("\\<img src=x\\> \\[a\\](b) \\*c\\* d_e \\_f\\_ `g_*h`");
  }

  @Test
  void jsonIsOneLineWithTheAgreedFields() throws IOException {
    String line = new ExplanationJson(KNOWLEDGE).of(Made.explanation());
    assertThat(line).endsWith("\n").containsOnlyOnce("\n");
    JsonNode object = new ObjectMapper().readTree(line);
    assertThat(names(object)).containsExactly("input", "envoy_version", "findings");
    JsonNode finding = object.get("findings").get(0);
    assertThat(names(finding))
        .containsExactly(
            "kind", "span", "facts", "diagnosis", "causes", "ask", "code_path", "unparsed");
    assertThat(names(finding.get("diagnosis")))
        .containsExactly("code", "slug", "level", "locus", "certainty", "line");
    assertThat(names(finding.get("causes").get(0)))
        .containsExactly("id", "likelihood", "because", "check", "fix");
    assertThat(names(finding.get("code_path").get(0)))
        .containsExactly("function", "file", "line", "url");
    assertThat(finding.get("span").toString()).isEqualTo("[0,92]");
    assertThat(finding.get("causes").get(0).get("likelihood").asDouble()).isEqualTo(0.62);
  }

  @Test
  void jsonOfUnknownTextHasNoDiagnosis() throws IOException {
    JsonNode finding =
        new ObjectMapper()
            .readTree(new ExplanationJson(KNOWLEDGE).of(Made.unknown()))
            .get("findings")
            .get(0);
    assertThat(finding.get("kind").asText()).isEqualTo("unknown");
    assertThat(finding.get("diagnosis").isNull()).isTrue();
    assertThat(finding.get("unparsed").get(0).get("text").asText()).contains("weird");
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void whatIsNotReadOfALongPasteIsSaidInEveryOutput() throws IOException {
    Explanation explanation =
        new Explainer(Logs.KNOWLEDGE, EnvoyVersion.RELEASED)
            .explain("x".repeat(300_000), Facts.NONE);
    String said = "what follows character 262144 of 300000 was not read";
    ExplanationText text = new ExplanationText(new Page(200, false, true), Logs.KNOWLEDGE, false);
    assertThat(text.full(explanation)).contains(said);
    assertThat(text.brief(explanation)).contains(said);
    assertThat(new ExplanationMarkdown(Logs.KNOWLEDGE).of(explanation)).contains(said);
    assertThat(new ExplanationJson(Logs.KNOWLEDGE).of(explanation))
        .contains("\"unread_from\":262144");
  }
}

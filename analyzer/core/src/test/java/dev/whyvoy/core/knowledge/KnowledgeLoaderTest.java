package dev.whyvoy.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whyvoy.core.fact.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of mistake in a knowledge file gives one plain error with file and line. */
class KnowledgeLoaderTest {
  private static final String FACTS =
      """
      facts:
        - {name: reset_reason, settles: certain, meaning: "why", values: [overflow, remote_reset]}
        - {name: response_flags, many: true, settles: likely, meaning: "flags", values: [UF, UO]}
        - {name: duration_ms, type: number, settles: hint, meaning: "milliseconds"}
        - {name: note, settles: hint, meaning: "open"}
      """;
  private static final String DIAGNOSIS =
      """
      code: EV300
      slug: lost
      level: error
      locus: upstream
      line: "lost"
      when: {reset_reason: overflow}
      what: "it was lost"
      examples: ["a", "b"]
      """;
  private static final String CAUSE =
      """
      id: race
      family: closed
      title: "a race"
      definition: "a race"
      explains: {EV300: usual}
      evidence:
        - {for: strong, when: {duration_ms: {max: 5}}, because: "only {duration_ms} ms"}
      fix: "mend it"
      side: upstream
      """;
  private static final String MESSAGES =
      """
      component: router
      messages:
        - {id: router.lost, dialect: response_code_details, template: "lost{<why>}", since: 1.30}
      """;
  private static final String PATHS =
      """
      parts:
        tail:
          - {function: "A::b", file: a.cc, says: "does"}
      paths:
        lost: [tail]
      """;

  @TempDir Path root;

  @BeforeEach
  void files() throws IOException {
    write("facts/core.yaml", FACTS);
    write("families.yaml", "families: [{name: closed, meaning: x}]");
    write("timers.yaml", "timers: [{ms: 1000, meaning: x}]");
    write("messages/router.yaml", MESSAGES);
    write("paths/lost.yaml", PATHS);
    write("diagnoses/EV300-lost.yaml", DIAGNOSIS);
    write("causes/race.yaml", CAUSE);
  }

  @Test
  void soundFilesLoad() {
    KnowledgeModel model = KnowledgeLoader.load(root);
    assertThat(model.diagnoses()).hasSize(1);
    assertThat(model.messages().get(0).since()).hasToString("1.30");
    assertThat(Knowledge.of(model).model()).isEqualTo(model);
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "diagnoses/EV300-lost.yaml | level: error | lvl: error | EV300-lost.yaml:3: unknown key \"lvl\"",
        "diagnoses/EV300-lost.yaml | level: error | lvl: error | EV300-lost.yaml:1: \"level\" is missing",
        "diagnoses/EV300-lost.yaml | level: error | level: eror | EV300-lost.yaml:3: \"eror\" is not a known level; known: error, info, warning; did you mean \"error\"?",
        "diagnoses/EV300-lost.yaml | reset_reason: | reset_reson: | EV300-lost.yaml:6: unknown fact \"reset_reson\"; facts are declared in facts/*.yaml; did you mean \"reset_reason\"?",
        "diagnoses/EV300-lost.yaml | overflow | overflo | EV300-lost.yaml:6: \"overflo\" is not a value of \"reset_reason\"; known: overflow, remote_reset; did you mean \"overflow\"?",
        "diagnoses/EV300-lost.yaml | reset_reason: overflow | duration_ms: long | EV300-lost.yaml:6: \"duration_ms\" is a number, not \"long\"",
        "diagnoses/EV300-lost.yaml | reset_reason: overflow | reset_reason: {min: 1} | EV300-lost.yaml:6: \"reset_reason\" is not a number",
        "diagnoses/EV300-lost.yaml | reset_reason: overflow | duration_ms: {min: 9, max: 1} | min is more than max",
        "diagnoses/EV300-lost.yaml | reset_reason: overflow | duration_ms: {min: 9, near: 1} | not one test of \"duration_ms\"; one of: all, not, both of them, present, min and max, or near",
        "diagnoses/EV300-lost.yaml | reset_reason: overflow | duration_ms: {above: 9} | unknown key \"above\"",
        "diagnoses/EV300-lost.yaml | what: | refines: EV301~what: | \"EV301\" is not a known refines",
        "diagnoses/EV300-lost.yaml | what: | see: [EV303]~what: | \"EV303\" is not a known see",
        "diagnoses/EV300-lost.yaml | what: | path: lots~what: | \"lots\" is not a known path; known: lost; did you mean \"lost\"?",
        "diagnoses/EV300-lost.yaml | line: \"lost\" | line: \"{lots}\" | \"lots\" is not a known line",
        "diagnoses/EV300-lost.yaml | code: EV300 | code: EV301 | EV300-lost.yaml:1: the file is named \"EV300-lost.yaml\"; EV301-... .yaml",
        "diagnoses/EV300-lost.yaml | code: EV300 | code: 300 | \"300\" is not a code",
        "diagnoses/EV300-lost.yaml | slug: lost | slug: Lost | \"Lost\" is not a slug",
        "diagnoses/EV300-lost.yaml | [\"a\", \"b\"] | [\"a\"] | fewer than two examples",
        "diagnoses/EV300-lost.yaml | what: | level: info~what: | EV300-lost.yaml:7: \"level\" stands twice in one map",
        "diagnoses/EV300-lost.yaml | what: | what: [ | not YAML",
        "causes/race.yaml | EV300: usual | EV301: usual | race.yaml:5: \"EV301\" is not a known explains; known: EV300; did you mean \"EV300\"?",
        "causes/race.yaml | EV300: usual | EV300: often | \"often\" is not a known EV300; known: common, occasional, rare, usual",
        "causes/race.yaml | family: closed | family: close | \"close\" is not a known family; known: closed; did you mean \"closed\"?",
        "causes/race.yaml | for: strong, | `` | not one kind of evidence; one of: for, against, rules_out",
        "causes/race.yaml | only {duration_ms} | only {note} | {note} in \"only {note} ms\" may be unknown",
        "causes/race.yaml | for: strong | for: stronger | \"stronger\" is not a known for",
        "causes/race.yaml | side: upstream | side: north | \"north\" is not a known side",
        "causes/race.yaml | side: upstream | side: upstream~examples: [{input: a, given: {note: b, duration_ms: x}}] | race.yaml:10: \"duration_ms\" is a number, not \"x\"",
        "causes/race.yaml | side: upstream | side: upstream~examples: [{input: a, given: {nots: b}}] | race.yaml:10: unknown fact \"nots\"; facts are declared in facts/*.yaml; did you mean \"note\"?",
        "causes/race.yaml | side: upstream | side: upstream~examples: [{inputs: a}] | \"input\" is missing",
        "messages/router.yaml | since: 1.30 | since: 1.21 | router.yaml:3: \"1.21\" is not a known since",
        "messages/router.yaml | since: 1.30 | since: 1.30, until: 1.29 | since is after until",
        "messages/router.yaml | lost{<why>} | <why> | \"<why>\" matches everything; some literal text",
        "messages/router.yaml | since: 1.30 | emitted: seldom | \"emitted\" is \"seldom\"; never",
        "messages/router.yaml | since: 1.30 | flags: [UX] | \"UX\" is not a known flags",
        "messages/router.yaml | since: 1.30 | sets: {cleu: x} | unknown fact \"cleu\"",
        "messages/router.yaml | since: 1.30 | sets: {reset_reason: x} | \"x\" is not a value of \"reset_reason\"",
        "messages/router.yaml | since: 1.30 | path: lots | \"lots\" is not a known path",
        "messages/router.yaml | component: router | component: [a] | \"component\" is not a text",
        "paths/lost.yaml | [tail] | [tial] | the path \"lost\" has an unknown part \"tial\"; did you mean \"tail\"?",
        "paths/lost.yaml | file: a.cc | file: a.cc, when: {x: y} | unknown fact \"x\"",
        "facts/core.yaml | settles: certain | settles: sure | core.yaml:2: \"sure\" is not a known settles",
        "facts/core.yaml | name: note | name: duration_ms | the fact \"duration_ms\" is declared twice",
        "facts/core.yaml | settles: hint, meaning: \"open\" | values: [a] | \"note\" is not a known name",
      })
  void eachMistakeIsSaidPlainly(String file, String from, String to, String error)
      throws IOException {
    String text = Files.readString(root.resolve(file));
    assertThat(text).contains(from);
    write(file, text.replace(from, to == null ? "" : to.replace('~', '\n')));
    assertThatThrownBy(() -> KnowledgeLoader.load(root))
        .isInstanceOf(InvalidKnowledge.class)
        .hasMessageContaining(error);
  }

  @Test
  void whatPassesALimitIsRefusedByName() throws IOException {
    write("causes/large.yaml", "#".repeat((4 << 20) + 1));
    write("causes/deep.yaml", "a: " + "[".repeat(30) + "]".repeat(30));
    assertThatThrownBy(() -> KnowledgeLoader.load(root))
        .isInstanceOf(InvalidKnowledge.class)
        .hasMessageContaining("causes/large.yaml:1: too large; at most 4194304 bytes")
        .hasMessageContaining("causes/deep.yaml:1: nested too deeply; at most 20 levels");
  }

  @Test
  void allMistakesAreSaidAtOnceInOrder() throws IOException {
    write("causes/race.yaml", CAUSE.replace("usual", "often").replace("upstream", "north"));
    write("diagnoses/EV300-lost.yaml", DIAGNOSIS.replace("overflow", "x"));
    assertThatThrownBy(() -> KnowledgeLoader.load(root))
        .isInstanceOfSatisfying(
            InvalidKnowledge.class,
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.file() + ":" + problem.line())
                    .containsExactly(
                        "causes/race.yaml:5", "causes/race.yaml:9", "diagnoses/EV300-lost.yaml:6"));
  }

  @Test
  void codesSlugsAndIdsAreUnique() throws IOException {
    write("diagnoses/EV301-lost.yaml", DIAGNOSIS.replace("EV300", "EV301"));
    write("messages/other.yaml", MESSAGES.replace("component: router", "component: other"));
    assertThatThrownBy(() -> KnowledgeLoader.load(root))
        .hasMessageContaining("\"lost\" is taken by diagnoses/EV300-lost.yaml")
        .hasMessageContaining("\"router.lost\" is taken by messages/other.yaml");
  }

  @Test
  void refiningInACircleIsAMistake() throws IOException {
    write("diagnoses/EV300-lost.yaml", DIAGNOSIS + "refines: EV301\n");
    write(
        "diagnoses/EV301-gone.yaml",
        DIAGNOSIS.replace("EV300", "EV301").replace("slug: lost", "slug: gone")
            + "refines: EV300\n");
    assertThatThrownBy(() -> KnowledgeLoader.load(root))
        .hasMessageContaining("EV300 refines itself in the end");
  }

  @Test
  void anOverlayAddsReplacesAndSeesTheBase() throws IOException {
    KnowledgeModel base = KnowledgeLoader.load(root);
    Path overlay = Files.createDirectory(root.resolve("overlay"));
    Files.createDirectories(overlay.resolve("diagnoses"));
    Files.writeString(
        overlay.resolve("diagnoses/EV300-ours.yaml"),
        DIAGNOSIS.replace("slug: lost", "slug: ours") + "path: lost\n");
    KnowledgeModel all = KnowledgeLoader.load(overlay, base);
    assertThat(all.diagnoses()).extracting(Diagnosis::slug).containsExactly("ours");
    assertThat(all.causes()).isEqualTo(base.causes());
    assertThat(Knowledge.of(all).diagnosis("EV300")).map(Diagnosis::path).contains("lost");
  }

  @Test
  void anExampleMaySayWhatIsGivenBesideIt() throws IOException {
    write(
        "causes/race.yaml",
        CAUSE + "examples: [plain, {input: text, given: {response_flags: [UF, UO], note: n}}]\n");
    KnowledgeModel model = KnowledgeLoader.load(root);
    assertThat(model.causes().get(0).examples())
        .containsExactly(
            new Example("plain", Facts.NONE),
            new Example(
                "text",
                Facts.builder()
                    .add("response_flags", "UF")
                    .add("response_flags", "UO")
                    .set("note", "n")
                    .build()));
    assertThat(Knowledge.of(model).model()).isEqualTo(model);
  }

  @Test
  void aSecondFileAddsValuesToAFact() throws IOException {
    write("facts/more.yaml", "facts: [{name: reset_reason, values: {timeout: \"too late\"}}]");
    write("diagnoses/EV300-lost.yaml", DIAGNOSIS.replace("overflow", "timeout"));
    assertThat(KnowledgeLoader.load(root).facts().get(0).values())
        .containsEntry("timeout", "too late");
  }

  @Test
  void linesComeFromTheCodeIndex() throws IOException {
    write("code-index.csv", "key,1.37,1.38\na.cc#A::b,,42\n");
    CodePath path = KnowledgeLoader.load(root).paths().get(0);
    CodePath.Step step = path.parts().get(0).steps().get(0);
    assertThat(step.lines().get(EnvoyVersion.RELEASED.ordinal())).isEqualTo(42);
    assertThat(step.lines().get(0)).isZero();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

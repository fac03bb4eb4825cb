package dev.whyvoy.bench.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole tool on a small repository with two releases. */
class MaintainTest {
  private static final String OLD =
      """
      namespace A {
      void B::lost() {
        sendLocalReply(503, "it is lost", details);
      }
      }
      """;
  private static final String NEW =
      """
      namespace A {

      void B::lost() {
        log("x");
        answer();
      }
      void B::answer() { sendLocalReply(503, "it is lost", "really_gone"); }
      }
      """;
  private static final String MESSAGES =
      """
      component: b
      messages:
        - {id: b.lost, dialect: response_body, template: "it is lost", function: "A::B::lost", file: source/b.cc, at: "it is lost", UNTIL}
      """;
  private static final String PATHS =
      """
      parts:
        tail:
          - {function: "A::B::answer", file: source/b.cc, since: "1.38", says: "answers"}
      paths:
        lost: [tail]
      """;

  @TempDir Path root;
  private Path checkout;
  private Path knowledge;

  @BeforeEach
  void repository() throws Exception {
    checkout = root.resolve("checkout");
    knowledge = root.resolve("knowledge");
    write(knowledge.resolve("facts/core.yaml"), "facts: []");
    write(knowledge.resolve("families.yaml"), "families: []");
    write(knowledge.resolve("timers.yaml"), "timers: []");
    write(knowledge.resolve("paths/b.yaml"), PATHS);
    Files.createDirectories(checkout);
    git("init", "-q");
    write(checkout.resolve("source/b.cc"), OLD);
    commit("v1.37.0");
    write(checkout.resolve("source/b.cc"), NEW);
    commit("v1.38.0");
  }

  @Test
  void verifyNamesWhatIsNotThere() throws IOException {
    claim("until: 1.39-dev");
    Result result = run("verify", checkout.toString(), knowledge.toString());
    assertThat(result.out())
        .contains("b.lost: source/b.cc#A::B::lost@it is lost")
        .contains("no such words in the function: 1.38")
        .contains("2 citations of 2 places; 3 checks, place by release: 2 hold, 1 do not");
    assertThat(result.exit()).isEqualTo(1);
  }

  @Test
  void verifyIsContentWithTheTruth() throws IOException {
    claim("until: 1.37");
    Result result = run("verify", checkout.toString(), knowledge.toString());
    assertThat(result.out()).contains("2 checks, place by release: 2 hold, 0 do not");
    assertThat(result.exit()).isZero();
  }

  @Test
  void indexHoldsALinePerRelease() throws IOException {
    claim("until: 1.37");
    assertThat(run("index", checkout.toString(), knowledge.toString()).exit()).isZero();
    List<String> rows = Files.readAllLines(knowledge.resolve("code-index.csv"));
    assertThat(rows.get(0)).startsWith("key,1.22,").endsWith(",1.37,1.38,1.39-dev");
    assertThat(rows)
        .contains("source/b.cc#A::B::answer" + ",".repeat(17) + "7,")
        .contains("source/b.cc#A::B::lost@it is lost" + ",".repeat(16) + "3,,");
  }

  @Test
  void diffShowsNewTextsAndMovedOnes() throws IOException {
    claim("until: 1.37");
    Result result = run("diff", checkout.toString(), "1.37", "v1.38.0", knowledge.toString());
    assertThat(result.out())
        .contains("+ \"really_gone\"  [not in the messages]")
        .contains("> \"it is lost\"  [b.lost]")
        .contains("    - source/b.cc#A::B::lost")
        .contains("    + source/b.cc#A::B::answer")
        .contains("1 new, 0 gone, 1 moved");
  }

  @Test
  void wrongUsageIsSaid() throws IOException {
    claim("until: 1.37");
    assertThat(run().exit()).isEqualTo(2);
    assertThat(run("verify").err()).startsWith("usage:");
    assertThat(run("prune", checkout.toString(), knowledge.toString()).exit()).isEqualTo(2);
    Result unknown = run("diff", checkout.toString(), "1.37", "1.30", knowledge.toString());
    assertThat(unknown.err()).contains("the checkout has no 1.30");
    Result nowhere = run("verify", root.resolve("none").toString(), knowledge.toString());
    assertThat(nowhere.exit()).isEqualTo(2);
  }

  private void claim(String until) throws IOException {
    write(knowledge.resolve("messages/b.yaml"), MESSAGES.replace("UNTIL", until));
  }

  private record Result(int exit, String out, String err) {}

  private static Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = Maintain.run(List.of(args), new PrintStream(out, true), new PrintStream(err, true));
    return new Result(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private void commit(String tag) throws Exception {
    git("add", "-A");
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", tag);
    git("tag", tag);
  }

  private void git(String... command) throws Exception {
    List<String> all = new ArrayList<>(List.of("git", "-C", checkout.toString()));
    all.addAll(List.of(command));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

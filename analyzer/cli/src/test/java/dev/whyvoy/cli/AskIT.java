package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.cli.Packaged.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions and answers by line. */
class AskIT {
  @Test
  void answersChangeTheRanking() {
    Outcome outcome = ask("--brief", "1\n".repeat(10));
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).contains("How often does it fail?", "  0  don't know\n");
    String again = outcome.err().replaceAll("(?s).*the same again: ", "").strip();
    assertThat(again).contains("--given frequency=every-request");
    List<String> words = new ArrayList<>(List.of("explain", "--brief"));
    words.addAll(List.of(again.split("\\s+")));
    words.add("503 UC");
    assertThat(outcome.out()).isEqualTo(Packaged.whyvoy(words.toArray(String[]::new)).run().out());
  }

  private static Outcome ask(String option, String answers) {
    return Packaged.whyvoy("explain", "--ask", option, "503 UC").input(answers).run();
  }

  @Test
  void theEndOfTheAnswersIsSaid() {
    Outcome outcome = Packaged.whyvoy("explain", "--ask", "503 UC").run();
    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(outcome.err()).contains("whyvoy: --ask: standard input ended before this was");
    Outcome none = Packaged.whyvoy("explain", "--ask").input("503 UC").run();
    assertThat(none.err()).contains("give the TEXT as an argument");
    Outcome wrong = ask("--color=never", "77\n77\n");
    assertThat(wrong.err()).contains("77: not one of the numbers 0 to");
  }

  @Test
  void nothingIsAskedAboutWhatIsSettled() {
    Outcome outcome = Packaged.whyvoy("explain", "--ask", "--brief", "no such thing").run();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).contains("There is nothing to ask about this.");
  }

  @Test
  void jsonListsQuestionsWithTheFactsTheySet() {
    assertThat(Packaged.whyvoy("explain", "--output", "json", "503 UC").run().out())
        .contains("\"ask\":[{\"fact\":\"", "\"values\":{\"every-request\":\"every request\"");
  }
}

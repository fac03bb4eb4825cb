package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.cli.Packaged.Outcome;
import org.junit.jupiter.api.Test;

/** Questions and answers by line. */
class AskIT {
  @Test
  void answersChangeTheRanking() {
    Outcome outcome =
        Packaged.whyvoy("explain", "--ask", "--brief", "503 UC").input("\n1\n\n\n\n\n\n").run();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).contains("How often does it fail?", "  0  don't know\n");
    assertThat(outcome.err()).contains("the same again: --given frequency=every-request");
    assertThat(outcome.out())
        .isEqualTo(
            Packaged.whyvoy("explain", "--brief", "--given", "frequency=every-request", "503 UC")
                .run()
                .out());
  }

  @Test
  void theEndOfTheAnswersIsSaid() {
    Outcome outcome = Packaged.whyvoy("explain", "--ask", "503 UC").run();
    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(outcome.err()).contains("whyvoy: --ask: standard input ended before this was");
    Outcome none = Packaged.whyvoy("explain", "--ask").input("503 UC").run();
    assertThat(none.err()).contains("give the TEXT as an argument");
    Outcome wrong = Packaged.whyvoy("explain", "--ask", "503 UC").input("\n77\n").run();
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

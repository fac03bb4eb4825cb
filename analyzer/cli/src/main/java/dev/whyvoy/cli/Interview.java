package dev.whyvoy.cli;

import dev.whyvoy.core.diagnose.Ask;
import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.report.ExplanationText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks the reader, one at a time, what tells the remaining causes apart. */
final class Interview {
  /** A cause as likely as this is settled. */
  private static final double SETTLED = 0.9;

  private final Explainer explainer;
  private final Knowledge knowledge;
  private final ExplanationText layout;
  private final Terminal terminal;
  private final BufferedReader answers;
  private final Set<String> asked = new HashSet<>();
  private final List<String> given = new ArrayList<>();
  private Facts facts;

  Interview(
      Explainer explainer,
      Knowledge knowledge,
      Facts facts,
      ExplanationText layout,
      Terminal terminal,
      InputStream answers) {
    this.explainer = explainer;
    this.knowledge = knowledge;
    this.facts = facts;
    this.layout = layout;
    this.terminal = terminal;
    this.answers = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8));
  }

  /**
   * Asks until a cause is settled or nothing more would help.
   *
   * @return the explanation with all that was answered
   * @throws UsageException if the answers end before the questions, or one makes no sense
   */
  Explanation about(String text) throws IOException {
    Explanation explanation = explainer.explain(text, facts);
    say(explanation.main().line() + "\n\n");
    String shown = "";
    while (true) {
      String ranking = layout.ranking(explanation);
      say(ranking.equals(shown) ? "" : ranking);
      shown = ranking;
      Optional<Ask> next = next(explanation.main());
      if (next.isEmpty()) {
        say(end(explanation.main()) + "\n");
        return explanation;
      }
      if (!ask(next.get())) {
        return explanation;
      }
      explanation = explainer.explain(text, facts);
    }
  }

  /** What was answered, as options. */
  List<String> given() {
    return given;
  }

  private Optional<Ask> next(Finding main) {
    boolean settled = !main.causes().isEmpty() && main.causes().get(0).likelihood() >= SETTLED;
    return settled
        ? Optional.empty()
        : main.ask().stream()
            .filter(ask -> !asked.contains(ask.fact()) && isAnswerable(ask))
            .findFirst();
  }

  private boolean isAnswerable(Ask ask) {
    return ask.given()
        || knowledge.facts().get(ask.fact()).map(fact -> fact.recorded()).orElse(false);
  }

  private static String end(Finding main) {
    boolean settled = !main.causes().isEmpty() && main.causes().get(0).likelihood() >= SETTLED;
    if (settled) {
      return "That settles it, as far as it can be settled from here.";
    }
    return main.causes().isEmpty()
        ? "There is nothing to ask about this."
        : "No further answer would tell these apart.";
  }

  /** Asks one question; false if the reader has had enough. */
  private boolean ask(Ask ask) throws IOException {
    asked.add(ask.fact());
    List<Map.Entry<String, String>> choices = List.copyOf(ask.values().entrySet());
    say("\n" + question(ask) + "\n");
    for (int i = 0; i < choices.size(); i++) {
      String wording = choices.get(i).getValue();
      say("  " + (i + 1) + "  " + (wording.isEmpty() ? choices.get(i).getKey() : wording) + "\n");
    }
    if (!choices.isEmpty()) {
      say("  0  don't know\n");
    }
    while (true) {
      say("> ");
      String answer = answers.readLine();
      if (answer == null) {
        if (terminal.inIsTerminal()) {
          say("\n");
          return false;
        }
        throw new UsageException(
            "--ask: standard input ended before this was answered: " + question(ask));
      }
      String said = answer.strip();
      if (said.equalsIgnoreCase("q")) {
        return false;
      }
      if (said.isEmpty() || said.equals("0") && !choices.isEmpty() || said.equals("-")) {
        forgo(ask);
        return true;
      }
      Optional<String> value = choices.isEmpty() ? Optional.of(said) : chosen(said, choices);
      if (value.isPresent()) {
        facts = facts.toBuilder().set(ask.fact(), value.get()).build();
        given.add("--given " + ShellWord.quoted(ask.fact() + "=" + value.get()));
        return true;
      }
      String problem = said + ": not one of the numbers 0 to " + choices.size();
      if (!terminal.inIsTerminal()) {
        throw new UsageException("--ask: " + question(ask) + " " + problem);
      }
      say(problem + ", or q to stop\n");
    }
  }

  /** What the reader does not know is not asked for again. */
  private void forgo(Ask ask) {
    if (ask.given()) {
      facts = facts.toBuilder().lacks(ask.fact()).build();
    }
  }

  private static Optional<String> chosen(String said, List<Map.Entry<String, String>> choices) {
    for (int i = 0; i < choices.size(); i++) {
      if (said.equals(String.valueOf(i + 1)) || said.equalsIgnoreCase(choices.get(i).getKey())) {
        return Optional.of(choices.get(i).getKey());
      }
    }
    return Optional.empty();
  }

  private static String question(Ask ask) {
    return ask.question().startsWith("log ")
        ? "What does " + ask.question().substring(4) + " say? (Enter if you don't know)"
        : ask.question();
  }

  private void say(String text) {
    terminal.err().print(text);
    terminal.err().flush();
  }
}

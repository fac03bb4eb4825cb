package dev.whyvoy.cli;

import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.report.ExplanationJson;
import dev.whyvoy.report.ExplanationMarkdown;
import dev.whyvoy.report.ExplanationText;
import dev.whyvoy.report.Page;
import dev.whyvoy.report.Redaction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Explains pasted texts. */
final class ExplainCommand implements Command {
  /** Longer pastes are cut: a message stands in one line or a few. */
  private static Explainer explainer(Knowledge knowledge, ParseResult arguments)
      throws IOException {
    EnvoyVersion version = Options.envoyVersion(arguments);
    return GivenConfig.isGiven(arguments)
        ? Options.explainer(knowledge, version, GivenConfig.of(arguments))
        : Options.explainer(knowledge, version);
  }

  private static final int LONGEST_PASTE = 1 << 20;

  private static final List<String> OUTPUTS = List.of("text", "json", "md");

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "explain",
            "Explains one paste: a response body, response code details, response flags, a",
            "transport failure reason, a log line in any format, an application's error",
            "with Envoy's message in it, or a code such as EV301.");
    spec.usageMessage()
        .customSynopsis("whyvoy explain [OPTION...] [TEXT...]")
        .footer(
            "  whyvoy explain 'upstream_reset_before_response_started{overflow}'",
            "  whyvoy explain 503 UF,URX",
            "  pbpaste | whyvoy explain --output md",
            "  whyvoy explain --given frequency=every-request 503 UC",
            "  whyvoy explain --ask 503 UC",
            "  printf '%%s\\0' \"$a\" \"$b\" | whyvoy explain -0 --output json");
    spec.addPositional(Options.words("TEXT", "what to explain; none or - reads standard input"));
    spec.addOption(Options.flag("-0", "standard input holds texts, each ended by NUL"));
    spec.addOption(Options.value("--output", "FORMAT", "text (the default), json or md"));
    spec.addOption(Options.flag("--brief", "the one-liner, the likeliest cause, one check"));
    spec.addOption(Options.flag("--path", "what each function of the code path does"));
    spec.addOption(Options.given());
    spec.addOption(Options.flag("--ask", "asks, one at a time, what tells the causes apart"));
    spec.addOption(GivenConfig.option());
    spec.addOption(Options.redact());
    spec.addOption(Options.envoyVersion());
    spec.addOption(Options.knowledge());
    spec.parser().unmatchedOptionsArePositionalParams(true);
    return Options.common(spec);
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws IOException {
    List<String> words = Options.words(arguments);
    String output = Options.choice(arguments, "--output", OUTPUTS);
    boolean brief = Options.flag(arguments, "--brief");
    boolean several = Options.flag(arguments, "-0");
    refuseUnknownOptions(arguments, words);
    boolean fromInput = words.isEmpty() || words.equals(List.of("-"));
    if (several && !fromInput) {
      throw new UsageException("-0 is about standard input, but TEXT is given too");
    }
    Knowledge knowledge = Options.knowledge(arguments);
    Facts given = Options.given(arguments, knowledge);
    Explainer explainer = explainer(knowledge, arguments);
    Renderer renderer = renderer(output, brief, arguments, terminal, knowledge);
    if (Options.flag(arguments, "--ask")) {
      Page page = Options.page(arguments, terminal);
      ExplanationText layout = new ExplanationText(page, knowledge, false);
      Interview interview =
          new Interview(explainer, knowledge, given, layout, terminal, terminal.in());
      Explanation explanation = interview.about(asked(words, fromInput, terminal));
      terminal.err().println();
      terminal.write(renderer.of(explanation));
      if (!interview.given().isEmpty()) {
        terminal.err().println("\nthe same again: " + String.join(" ", interview.given()));
      }
      return ExitCode.DONE;
    }
    if (!fromInput) {
      terminal.write(renderer.of(explainer.explain(String.join(" ", words), given)));
      return ExitCode.DONE;
    }
    if (terminal.inIsTerminal()) {
      terminal.complain("paste what Envoy said, then press Ctrl-D");
    }
    Pastes pastes = new Pastes(terminal.in(), several ? 0 : Pastes.NONE, LONGEST_PASTE);
    boolean first = true;
    for (String paste = pastes.next(); paste != null; paste = pastes.next()) {
      if (!several && paste.isBlank()) {
        break;
      }
      String text = renderer.of(explainer.explain(paste, given));
      terminal.write(first || output.equals("json") ? text : "\n" + text);
      first = false;
    }
    if (first && !several) {
      throw new UsageException("nothing to explain: standard input is empty");
    }
    if (pastes.cut()) {
      terminal.complain("only the first 1 MiB of a paste was read");
    }
    return ExitCode.DONE;
  }

  /** The text that questions are asked about. */
  private static String asked(List<String> words, boolean fromInput, Terminal terminal)
      throws IOException {
    if (!fromInput) {
      return String.join(" ", words);
    }
    if (!terminal.inIsTerminal()) {
      throw new UsageException(
          "--ask: give the TEXT as an argument; standard input is for the answers");
    }
    terminal.complain("paste what Envoy said, then press Ctrl-D");
    String paste = new Pastes(terminal.in(), Pastes.NONE, LONGEST_PASTE).next();
    if (paste == null || paste.isBlank()) {
      throw new UsageException("nothing to explain: standard input is empty");
    }
    return paste;
  }

  private interface Renderer {
    String of(Explanation explanation) throws IOException;
  }

  private static Renderer renderer(
      String output, boolean brief, ParseResult arguments, Terminal terminal, Knowledge knowledge) {
    Page plain = Options.page(arguments, terminal);
    Optional<Redaction> redaction = Options.redaction(arguments, new LineReader());
    Page page = redaction.map(plain::with).orElse(plain);
    Renderer renderer = renderer(output, brief, arguments, page, knowledge);
    return redaction.isEmpty()
        ? renderer
        : explanation -> redacted(explanation, redaction.get(), renderer, output, page);
  }

  private static Renderer renderer(
      String output, boolean brief, ParseResult arguments, Page page, Knowledge knowledge) {
    switch (output) {
      case "json":
        return new ExplanationJson(knowledge)::of;
      case "md":
        return new ExplanationMarkdown(knowledge)::of;
      default:
        boolean withSteps = Options.flag(arguments, "--path");
        ExplanationText text = new ExplanationText(page, knowledge, withSteps);
        return brief ? text::brief : text::full;
    }
  }

  private static String redacted(
      Explanation explanation, Redaction redaction, Renderer renderer, String output, Page page)
      throws IOException {
    String text = renderer.of(redaction.explanation(explanation));
    return output.equals("json") ? redaction.json(text) : redaction.laidOut(text, page);
  }

  /** A text may start with a dash; a word that looks like an option must be one. */
  private static void refuseUnknownOptions(ParseResult arguments, List<String> words) {
    for (String word : words) {
      if (word.length() > 1 && word.startsWith("-") && word.matches("--?[a-z][a-z-]*(=.*)?")) {
        List<String> names =
            arguments.commandSpec().options().stream()
                .flatMap(option -> List.of(option.names()).stream())
                .toList();
        throw new UsageException(
            word
                + ": no such option"
                + Options.didYouMean(word, names)
                + "; see whyvoy explain --help");
      }
    }
  }
}

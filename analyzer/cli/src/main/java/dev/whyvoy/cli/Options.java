package dev.whyvoy.cli;

import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.DidYouMean;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.InvalidKnowledge;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.record.PastedRecords;
import dev.whyvoy.report.Page;
import dev.whyvoy.report.Redaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Options that several commands share: how they are declared, and what their values mean. */
final class Options {
  private static final List<String> COLOURS = List.of("auto", "always", "never");

  private Options() {}

  /** A command with the options every command has. */
  static CommandSpec command(String name, String... description) {
    CommandSpec spec = CommandSpec.create().name("whyvoy " + name);
    spec.usageMessage()
        .description(description)
        .abbreviateSynopsis(true)
        .sortOptions(false)
        .width(80)
        .longOptionsMaxWidth(25)
        .parameterListHeading("%n")
        .optionListHeading("%nOptions:%n")
        .footerHeading("%nExamples:%n");
    return spec;
  }

  /** Adds the options that come last in every help. */
  static CommandSpec common(CommandSpec spec) {
    spec.addOption(value("--color", "WHEN", "auto (on a terminal), always or never"));
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build());
    return spec;
  }

  /** One paragraph: help breaks its lines where they end, not where the source does. */
  private static String prose(String... description) {
    return String.join(" ", description);
  }

  static OptionSpec flag(String name, String... description) {
    return OptionSpec.builder(name).type(boolean.class).description(prose(description)).build();
  }

  static OptionSpec value(String name, String label, String... description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(label)
        .description(prose(description))
        .build();
  }

  /** An option that may be given several times. */
  static OptionSpec values(String name, String label, String... description) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(prose(description))
        .build();
  }

  static PositionalParamSpec words(String label, String description) {
    return PositionalParamSpec.builder()
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(prose(description))
        .build();
  }

  static List<String> words(ParseResult arguments) {
    return arguments.matchedPositionalValue(0, List.of());
  }

  static boolean flag(ParseResult arguments, String name) {
    return arguments.matchedOptionValue(name, false);
  }

  /**
   * The value of an option that must be one of {@code allowed}, of which the first is the default.
   */
  static String choice(ParseResult arguments, String name, List<String> allowed) {
    String value = arguments.matchedOptionValue(name, allowed.get(0));
    if (!allowed.contains(value)) {
      throw new UsageException(name + " " + value + ": " + oneOf(value, allowed));
    }
    return value;
  }

  /** {@code "not one of a, b, c; did you mean b"}. */
  static String oneOf(String value, Collection<String> allowed) {
    return "not one of " + String.join(", ", allowed) + didYouMean(value, allowed);
  }

  /** {@code "; did you mean "X"?"}, or nothing if no candidate is near. */
  static String didYouMean(String word, Collection<String> candidates) {
    String question = DidYouMean.ask(word, candidates);
    return question.isEmpty() ? "" : "; " + question;
  }

  static boolean colour(ParseResult arguments, Terminal terminal) {
    return switch (choice(arguments, "--color", COLOURS)) {
      case "always" -> true;
      case "never" -> false;
      default -> terminal.likesColour();
    };
  }

  static Page page(ParseResult arguments, Terminal terminal) {
    return new Page(terminal.width(), colour(arguments, terminal), terminal.unicode());
  }

  static OptionSpec envoyVersion() {
    return value(
        "--envoy-version",
        "RELEASE",
        "of Envoy, from " + EnvoyVersion.OLDEST + " to " + EnvoyVersion.DEV,
        "(default: " + EnvoyVersion.RELEASED + ")");
  }

  static EnvoyVersion envoyVersion(ParseResult arguments) {
    String value = arguments.matchedOptionValue("--envoy-version", "");
    if (value.isEmpty()) {
      return EnvoyVersion.RELEASED;
    }
    return EnvoyVersion.parse(value)
        .orElseThrow(
            () ->
                new UsageException(
                    "--envoy-version "
                        + value
                        + ": not a known release; known are "
                        + EnvoyVersion.OLDEST
                        + " (and before) to "
                        + EnvoyVersion.DEV));
  }

  static OptionSpec knowledge() {
    return value("--knowledge", "DIR", "your own knowledge files, on top of whyvoy's");
  }

  /** The knowledge to use. */
  static Knowledge knowledge(ParseResult arguments) {
    String folder = arguments.matchedOptionValue("--knowledge", "");
    if (folder.isEmpty()) {
      return Knowledge.load();
    }
    if (!Files.isDirectory(Path.of(folder))) {
      throw new UsageException("--knowledge " + folder + ": not a folder");
    }
    try {
      return Knowledge.load(Path.of(folder));
    } catch (InvalidKnowledge e) {
      String more = e.problems().size() > 1 ? " (and " + (e.problems().size() - 1) + " more)" : "";
      throw new UsageException(
          folder + "/" + e.problems().get(0) + more + "; see whyvoy knowledge check " + folder);
    }
  }

  /** An explainer that also reads pasted log lines. */
  static Explainer explainer(Knowledge knowledge, EnvoyVersion version) {
    return new Explainer(knowledge, version, List.of(new PastedRecords()));
  }

  /**
   * The same, with more than the text says.
   *
   * @param more adds what is known about the places that facts name
   */
  static Explainer explainer(Knowledge knowledge, EnvoyVersion version, UnaryOperator<Facts> more) {
    return new Explainer(knowledge, version, List.of(new PastedRecords()), more);
  }

  static OptionSpec redact() {
    return flag(
        "--redact",
        "hide addresses, query strings, ids, user agents,",
        "tokens; the same name for the same value");
  }

  /** What is to be hidden; empty if nothing is. */
  static Optional<Redaction> redaction(ParseResult arguments, LineReader reader) {
    return flag(arguments, "--redact") ? Optional.of(new Redaction(reader)) : Optional.empty();
  }

  static OptionSpec given() {
    return values(
        "--given",
        "FACT=VALUE",
        "what you know besides, as in frequency=burst;",
        "repeatable (explain asks for what would help)");
  }

  static Facts given(ParseResult arguments, Knowledge knowledge) {
    Facts.Builder facts = Facts.builder();
    List<String> pairs = arguments.matchedOptionValue("--given", List.of());
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new UsageException("--given " + pair + ": not of the form FACT=VALUE");
      }
      String name = pair.substring(0, equals);
      String value = pair.substring(equals + 1);
      List<String> names = knowledge.facts().all().stream().map(Fact::name).toList();
      Fact fact =
          knowledge
              .facts()
              .get(name)
              .orElseThrow(() -> new UsageException(unknownFact(pair, name, knowledge, names)));
      if (!fact.values().isEmpty() && !fact.values().containsKey(value)) {
        throw new UsageException(
            "--given " + pair + ": " + value + " is " + oneOf(value, fact.values().keySet()));
      }
      if (fact.many()) {
        facts.add(name, value);
      } else {
        facts.set(name, value);
      }
    }
    return facts.build();
  }

  private static String unknownFact(
      String pair, String name, Knowledge knowledge, List<String> names) {
    List<String> usual =
        knowledge.facts().all().stream().filter(Fact::given).map(Fact::name).toList();
    return "--given "
        + pair
        + ": there is no fact "
        + name
        + "; usual are "
        + String.join(", ", usual)
        + didYouMean(name, names);
  }
}

package dev.whyvoy.cli;

import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Cause;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.report.CatalogJson;
import dev.whyvoy.report.CatalogSearch;
import dev.whyvoy.report.CatalogSearch.Hits;
import dev.whyvoy.report.CatalogText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists, shows and searches the knowledge. */
final class CatalogCommand implements Command {
  private static final List<String> OUTPUTS = List.of("text", "json");

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "catalog",
            "Lists every diagnosis; or shows one by code or slug, a cause or a message by id,",
            "what goes with a response flag; or searches everything for words: of a message,",
            "a function of Envoy, a file, a cause, an error number. Or writes it all to a folder,",
            "a linked page for each diagnosis.");
    spec.usageMessage()
        .customSynopsis("whyvoy catalog [OPTION...] [CODE|FLAG|TEXT...]")
        .footer(
            "  whyvoy catalog",
            "  whyvoy catalog EV301",
            "  whyvoy catalog UF",
            "  whyvoy catalog onUpstreamReset",
            "  whyvoy catalog ECONNRESET",
            "  whyvoy catalog keep-alive --output json",
            "  whyvoy catalog -o reference",
            "  whyvoy catalog -o reference --output md");
    spec.addPositional(Options.words("TEXT", "code, slug, id, flag, or words to search for"));
    spec.addOption(Options.flag("--all", "every hit, not only the first of each kind"));
    spec.addOption(Options.value("-o", "DIR", "write the whole reference to this folder"));
    spec.addOption(
        Options.value(
            "--output", "FORMAT", "text (the default) or json; with -o html (the default) or md"));
    spec.addOption(Options.envoyVersion());
    spec.addOption(Options.knowledge());
    return Options.common(spec);
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws IOException {
    String term = String.join(" ", Options.words(arguments)).strip();
    EnvoyVersion version = Options.envoyVersion(arguments);
    Knowledge knowledge = Options.knowledge(arguments);
    String folder = folder(arguments);
    if (!folder.isEmpty()) {
      return reference(folder, arguments, version, terminal);
    }
    boolean json = Options.choice(arguments, "--output", OUTPUTS).equals("json");
    CatalogText text =
        new CatalogText(Options.page(arguments, terminal), knowledge, terminal.outIsTerminal());
    String answer =
        json
            ? CatalogJson.of(hits(term, knowledge))
            : text(term, text, knowledge, version, Options.flag(arguments, "--all"));
    terminal.write(answer);
    return ExitCode.DONE;
  }

  /** Where the reference goes: -o, or an --output that can only be a folder. */
  private static String folder(ParseResult arguments) {
    String output = arguments.matchedOptionValue("--output", "");
    boolean isFolder = output.contains("/") || output.equals(".") || output.equals("..");
    return arguments.matchedOptionValue("-o", isFolder ? output : "");
  }

  private static int reference(
      String folder, ParseResult arguments, EnvoyVersion version, Terminal terminal)
      throws IOException {
    boolean named = arguments.hasMatchedOption("-o");
    String format = named ? Options.choice(arguments, "--output", ReferenceFolder.FORMATS) : "html";
    Knowledge knowledge = Options.knowledge(arguments);
    int pages =
        ReferenceFolder.write(folder, format, knowledge, Options.explainer(knowledge, version));
    terminal.write(pages + " pages in " + folder + ", begin with index." + format + "\n");
    return ExitCode.DONE;
  }

  private static String text(
      String term, CatalogText text, Knowledge knowledge, EnvoyVersion version, boolean all) {
    if (term.isEmpty()) {
      return text.list();
    }
    Optional<Diagnosis> diagnosis = knowledge.diagnosis(term);
    if (diagnosis.isPresent()) {
      Explainer explainer = Options.explainer(knowledge, version);
      String code = diagnosis.get().code();
      return text.diagnosis(diagnosis.get(), explainer.explain(code, Facts.NONE));
    }
    Optional<Cause> cause = knowledge.cause(term);
    if (cause.isPresent()) {
      return text.cause(cause.get());
    }
    Optional<Message> message =
        knowledge.message(term).or(() -> new CatalogSearch(knowledge).flag(term));
    Hits hits = hits(term, knowledge);
    String shown = message.map(text::message).orElse("");
    String more = text.hits(hits, all);
    return shown.isEmpty() || hits.isEmpty() ? shown + more : shown + "\n" + more;
  }

  private static Hits hits(String term, Knowledge knowledge) {
    CatalogSearch search = new CatalogSearch(knowledge);
    if (term.isEmpty()) {
      return new Hits(
          knowledge.diagnoses(), knowledge.causes(), knowledge.messages(), knowledge.terms());
    }
    Optional<Diagnosis> diagnosis = knowledge.diagnosis(term);
    if (diagnosis.isPresent()) {
      return new Hits(
          List.of(diagnosis.get()), knowledge.causes(diagnosis.get().code()), List.of(), List.of());
    }
    if (search.flag(term).isPresent()) {
      return search.withFlag(term);
    }
    Hits hits = search.holding(term);
    return hits.isEmpty() ? explained(term, knowledge) : hits;
  }

  /** What a text comes to that is not in the knowledge word for word. */
  private static Hits explained(String term, Knowledge knowledge) {
    Diagnosis diagnosis =
        Options.explainer(knowledge, EnvoyVersion.RELEASED)
            .explain(term, Facts.NONE)
            .main()
            .diagnosis();
    if (diagnosis == null) {
      throw new UsageException("nothing in the catalog holds \"" + term + "\"");
    }
    return new Hits(List.of(diagnosis), knowledge.causes(diagnosis.code()), List.of(), List.of());
  }
}

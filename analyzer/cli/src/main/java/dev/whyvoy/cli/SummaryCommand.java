package dev.whyvoy.cli;

import dev.whyvoy.report.Page;
import dev.whyvoy.report.SummaryText;
import dev.whyvoy.report.SummaryView;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One screen about logs. */
final class SummaryCommand implements Command {
  private static final List<String> OUTPUTS = List.of("text", "json", "csv", "tsv");

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "summary",
            "Reads logs and prints one screen: the biggest failures, where they concentrate,",
            "since when, and the likely cause. This is what whyvoy does without a command.");
    spec.usageMessage()
        .customSynopsis("whyvoy summary [OPTION...] [FILE...]")
        .footer(
            "  whyvoy summary access.log",
            "  kubectl logs deploy/web -c istio-proxy | whyvoy summary",
            "  whyvoy summary --since 2h --where upstream_cluster=*orders* access.log.gz",
            "  kubectl logs -f deploy/web -c istio-proxy | whyvoy --follow",
            "  whyvoy summary --compare yesterday.log access.log",
            "  whyvoy summary --all --output json access.log");
    Scan.declare(spec);
    spec.addOption(LogOptions.by());
    spec.addOption(
        Options.flag("--follow", "goes on with what is written to the logs, until Ctrl-C"));
    spec.addOption(Options.value("--top", "N", "outcomes to show (default: a screenful)"));
    spec.addOption(Options.flag("--all", "everything, with samples of lines not understood"));
    spec.addOption(Options.value("--output", "FORMAT", "text (the default), json, csv or tsv"));
    return Options.common(spec);
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws IOException {
    String output = Options.choice(arguments, "--output", OUTPUTS);
    int top = top(arguments);
    boolean all = Options.flag(arguments, "--all");
    Scan scan = new Scan(arguments, terminal);
    Rendered rendered = new Rendered(arguments, terminal, scan);
    if (arguments.hasMatchedOption("--compare")) {
      Scan.Compared compared = scan.compare(Baseline.parse(arguments));
      terminal.write(rendered.comparison(compared, output, all));
      return compared.code();
    }
    Scan.Outcome outcome =
        Options.flag(arguments, "--follow")
            ? scan.follow(rendered.page(), rendered.redaction())
            : scan.run();
    SummaryView view = outcome.view();
    terminal.write(
        output.equals("text")
            ? rendered.text(view, page -> text(view, page, top, all, terminal.height()))
            : rendered.report(view, output));
    return outcome.code();
  }

  private static String text(SummaryView view, Page page, int top, boolean all, int height) {
    SummaryText text = new SummaryText(page);
    return all ? text.all(view) : top > 0 ? text.top(view, top) : text.screenful(view, height);
  }

  /** The number of outcomes wanted; 0 if it was left open. */
  private static int top(ParseResult arguments) {
    String top = arguments.matchedOptionValue("--top", "");
    if (!top.isEmpty() && !top.matches("[1-9][0-9]{0,8}")) {
      throw new UsageException("--top " + top + ": not a number from 1 on");
    }
    return top.isEmpty() ? 0 : Integer.parseInt(top);
  }
}

package dev.whyvoy.cli;

import dev.whyvoy.report.Comparison;
import dev.whyvoy.report.ComparisonCsv;
import dev.whyvoy.report.ComparisonJson;
import dev.whyvoy.report.ComparisonText;
import dev.whyvoy.report.Page;
import dev.whyvoy.report.SummaryCsv;
import dev.whyvoy.report.SummaryJson;
import dev.whyvoy.report.SummaryText;
import dev.whyvoy.report.SummaryView;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One screen about logs. */
final class SummaryCommand implements Command {
  private static final List<String> OUTPUTS = List.of("text", "json", "csv");

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
            "  whyvoy summary --compare yesterday.log access.log",
            "  whyvoy summary --all --output json access.log");
    Scan.declare(spec);
    spec.addOption(Options.value("--top", "N", "outcomes to show (default: a screenful)"));
    spec.addOption(Options.flag("--all", "everything, with samples of lines not understood"));
    spec.addOption(Options.value("--output", "FORMAT", "text (the default), json or csv"));
    return Options.common(spec);
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws IOException {
    String output = Options.choice(arguments, "--output", OUTPUTS);
    int top = top(arguments);
    boolean all = Options.flag(arguments, "--all");
    SummaryText text = new SummaryText(Options.page(arguments, terminal));
    Scan scan = new Scan(arguments, terminal);
    if (arguments.hasMatchedOption("--compare")) {
      Scan.Compared compared = scan.compare(Baseline.parse(arguments));
      Page page = Options.page(arguments, terminal);
      terminal.write(comparison(compared.comparison(), output, page, all));
      return compared.code();
    }
    Scan.Outcome outcome = scan.run();
    SummaryView view = outcome.view();
    switch (output) {
      case "json" -> terminal.write(SummaryJson.of(view));
      case "csv" -> {
        StringWriter csv = new StringWriter();
        SummaryCsv.write(view, csv);
        terminal.write(csv.toString());
      }
      default ->
          terminal.write(
              all
                  ? text.all(view)
                  : top > 0 ? text.top(view, top) : text.screenful(view, terminal.height()));
    }
    return outcome.code();
  }

  private static String comparison(Comparison comparison, String output, Page page, boolean all)
      throws IOException {
    switch (output) {
      case "json":
        return ComparisonJson.of(comparison);
      case "csv":
        StringWriter csv = new StringWriter();
        ComparisonCsv.write(comparison, csv);
        return csv.toString();
      default:
        return new ComparisonText(page).of(comparison, all);
    }
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

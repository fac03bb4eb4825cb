package dev.whyvoy.cli;

import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.report.ReportHtml;
import dev.whyvoy.report.ReportJson;
import dev.whyvoy.report.ReportMarkdown;
import dev.whyvoy.report.SummaryCsv;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The full report as a file. */
final class ReportCommand implements Command {
  private static final List<String> OUTPUTS = List.of("html", "md", "csv", "json");

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "report",
            "Reads logs and writes the full report to a file: as HTML a page to look at and to",
            "send around, as Markdown for a chat or a postmortem, as CSV one row for each kind",
            "of failure at each cluster, as JSON everything. The file appears when it is whole.");
    spec.usageMessage()
        .customSynopsis("whyvoy report [OPTION...] -o FILE [FILE...]")
        .footer(
            "  whyvoy report -o out.html access.log",
            "  whyvoy report -o failures.csv access.log",
            "  whyvoy report -o night.json --since 8h access.log.1.gz access.log",
            "  whyvoy report -o deploy.html --compare before.log after.log",
            "  whyvoy report -o - --output csv access.log");
    Scan.declare(spec);
    spec.addOption(Options.value("-o", "FILE", "where to write; - is standard output"));
    spec.addOption(
        Options.value(
            "--output", "FORMAT", "html, md, csv or json (default: by FILE's extension)"));
    return Options.common(spec);
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws IOException {
    String file = arguments.matchedOptionValue("-o", "");
    if (file.isEmpty()) {
      throw new UsageException("-o FILE is missing: where should the report go?");
    }
    String format = format(file, arguments.matchedOptionValue("--output", ""));
    Scan scan = new Scan(arguments, terminal);
    Rendered rendered = new Rendered(arguments, terminal, scan);
    if (file.equals("-")) {
      return run(arguments, scan, rendered, format, terminal.out());
    }
    try (OutputFile target = OutputFile.create(Path.of(file))) {
      int code = run(arguments, scan, rendered, format, target.stream());
      target.keep();
      return code;
    }
  }

  private static int run(
      ParseResult arguments, Scan scan, Rendered rendered, String format, OutputStream out)
      throws IOException {
    String text;
    int code;
    if (arguments.hasMatchedOption("--compare")) {
      Scan.Compared compared = scan.compare(Baseline.parse(arguments));
      text = rendered.comparison(compared, format, true);
      code = compared.code();
    } else {
      Scan.Outcome outcome = scan.run();
      StringWriter whole = new StringWriter();
      rendered.learn(outcome.view());
      write(scan, outcome, rendered::seen, format, whole);
      text = rendered.report(outcome.view(), whole.toString(), format);
      code = outcome.code();
    }
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    return code;
  }

  private static String format(String file, String wanted) {
    int dot = file.lastIndexOf('.');
    String format =
        !wanted.isEmpty()
            ? wanted
            : dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (!OUTPUTS.contains(format)) {
      throw new UsageException(
          (wanted.isEmpty() ? "-o " + file : "--output " + wanted)
              + ": no report of this kind; supported are "
              + String.join(", ", OUTPUTS)
              + (wanted.isEmpty() ? ", by extension or --output" : ""));
    }
    return format;
  }

  private static void write(
      Scan scan, Scan.Outcome outcome, UnaryOperator<Explanation> seen, String format, Writer out)
      throws IOException {
    switch (format) {
      case "html" -> out.write(ReportHtml.of(scan.report(outcome, seen)));
      case "md" -> out.write(ReportMarkdown.of(scan.report(outcome, seen)));
      case "csv" -> SummaryCsv.write(outcome.view(), out);
      default -> out.write(ReportJson.of(scan.report(outcome, seen)));
    }
  }
}

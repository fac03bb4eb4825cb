package dev.whyvoy.cli;

import dev.whyvoy.report.ComparisonCsv;
import dev.whyvoy.report.ComparisonJson;
import dev.whyvoy.report.ReportHtml;
import dev.whyvoy.report.ReportJson;
import dev.whyvoy.report.ReportMarkdown;
import dev.whyvoy.report.SummaryCsv;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The full report as a file. */
final class ReportCommand implements Command {
  private static final List<String> OUTPUTS = List.of("html", "md", "csv", "json");
  private static final List<String> COMPARISONS = List.of("csv", "json");

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
            "  whyvoy report -o deploy.csv --compare before.log after.log",
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
    if (arguments.hasMatchedOption("--compare")) {
      if (!COMPARISONS.contains(format)) {
        throw new UsageException(
            "--compare: written as " + String.join(" or ", COMPARISONS) + ", not as " + format);
      }
      return compare(scan.compare(Baseline.parse(arguments)), format, file, terminal);
    }
    if (file.equals("-")) {
      Scan.Outcome outcome = scan.run();
      write(scan, outcome, format, terminal.out());
      return outcome.code();
    }
    try (OutputFile target = OutputFile.create(Path.of(file))) {
      Scan.Outcome outcome = scan.run();
      write(scan, outcome, format, target.stream());
      target.keep();
      return outcome.code();
    }
  }

  private static int compare(Scan.Compared compared, String format, String file, Terminal terminal)
      throws IOException {
    if (file.equals("-")) {
      write(compared, format, new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8));
      return compared.code();
    }
    try (OutputFile target = OutputFile.create(Path.of(file))) {
      write(compared, format, new OutputStreamWriter(target.stream(), StandardCharsets.UTF_8));
      target.keep();
    }
    return compared.code();
  }

  private static void write(Scan.Compared compared, String format, Writer out) throws IOException {
    if (format.equals("csv")) {
      ComparisonCsv.write(compared.comparison(), out);
    } else {
      out.write(ComparisonJson.of(compared.comparison()));
    }
    out.flush();
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

  private static void write(Scan scan, Scan.Outcome outcome, String format, OutputStream stream)
      throws IOException {
    Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    switch (format) {
      case "html" -> out.write(ReportHtml.of(scan.report(outcome)));
      case "md" -> out.write(ReportMarkdown.of(scan.report(outcome)));
      case "csv" -> SummaryCsv.write(outcome.view(), out);
      default -> out.write(ReportJson.of(scan.report(outcome)));
    }
    out.flush();
  }
}

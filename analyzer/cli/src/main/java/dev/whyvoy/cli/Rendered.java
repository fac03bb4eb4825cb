package dev.whyvoy.cli;

import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.report.Comparison;
import dev.whyvoy.report.ComparisonCsv;
import dev.whyvoy.report.ComparisonHtml;
import dev.whyvoy.report.ComparisonJson;
import dev.whyvoy.report.ComparisonMarkdown;
import dev.whyvoy.report.ComparisonText;
import dev.whyvoy.report.Page;
import dev.whyvoy.report.Redaction;
import dev.whyvoy.report.SummaryCsv;
import dev.whyvoy.report.SummaryJson;
import dev.whyvoy.report.SummaryView;
import dev.whyvoy.report.Tsv;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** What was found in logs, as CSV, JSON or text; redacted if that is wanted. */
final class Rendered {
  private final Terminal terminal;
  private final Optional<Redaction> redaction;
  private final Page page;

  Rendered(ParseResult arguments, Terminal terminal, Scan scan) {
    this.terminal = terminal;
    Page plain = Options.page(arguments, terminal);
    this.redaction = Options.redaction(arguments, scan.reader());
    this.page = redaction.map(plain::with).orElse(plain);
  }

  /** What is hidden; empty if nothing is. */
  Optional<Redaction> redaction() {
    return redaction;
  }

  /** What text is to be laid out for. */
  Page page() {
    return page;
  }

  /** Learns what is not to be seen. */
  void learn(SummaryView view) {
    redaction.ifPresent(hiding -> hiding.learn(view));
  }

  /** What may be seen of an explained line. */
  Explanation seen(Explanation explanation) {
    return redaction.map(hiding -> hiding.explanation(explanation)).orElse(explanation);
  }

  /** A report as CSV or JSON. */
  String report(SummaryView view, String format) throws IOException {
    if (format.equals("json")) {
      return report(view, SummaryJson.of(view), format);
    }
    if (format.equals("tsv")) {
      return Tsv.of(report(view, "csv"));
    }
    StringWriter csv = new StringWriter();
    SummaryCsv.write(view, csv);
    return report(view, csv.toString(), format);
  }

  /** A report that is written already, as it may be seen. */
  String report(SummaryView view, String text, String format) throws IOException {
    if (format.equals("csv")) {
      // A table has no place for it.
      view.folded().forEach(terminal::complain);
    }
    if (redaction.isEmpty()) {
      return text;
    }
    learn(view);
    return switch (format) {
      case "json" -> json(text);
      case "csv" -> csv(text, columns(view));
      case "html" -> redaction.get().html(text);
      default -> text(redaction.get().text(text));
    };
  }

  /** Columns that go by the names of fields are redacted like those. */
  private static List<String> columns(SummaryView view) {
    return SummaryCsv.columns(view).stream()
        .map(name -> name.startsWith("by_") ? name.substring("by_".length()) : name)
        .toList();
  }

  /** Text that {@code layout} makes of what was found. */
  String text(SummaryView view, Layout layout) {
    redaction.ifPresent(hiding -> hiding.learn(view));
    return text(layout.of(page));
  }

  /** A comparison in any format. */
  String comparison(Scan.Compared compared, String format, boolean everything) throws IOException {
    redaction.ifPresent(
        hiding -> {
          hiding.learn(compared.after());
          hiding.learn(compared.before());
        });
    Comparison comparison = compared.comparison();
    switch (format) {
      case "html":
        String html = ComparisonHtml.of(compared.view());
        return redaction.isPresent() ? redaction.get().html(html) : html;
      case "md":
        String markdown = ComparisonMarkdown.of(compared.view());
        return redaction.map(hiding -> hiding.text(markdown)).orElse(markdown);
      case "json":
        return json(ComparisonJson.of(comparison));
      case "tsv":
        return Tsv.of(comparison(compared, "csv", everything));
      case "csv":
        StringWriter csv = new StringWriter();
        ComparisonCsv.write(comparison, csv);
        return csv(csv.toString(), ComparisonCsv.COLUMNS);
      default:
        return text(new ComparisonText(page).of(comparison, everything));
    }
  }

  /** Lays text out. */
  interface Layout {
    String of(Page page);
  }

  private String text(String text) {
    return redaction.map(hiding -> hiding.laidOut(text, page)).orElse(text);
  }

  private String json(String json) throws IOException {
    return redaction.isPresent() ? redaction.get().json(json) : json;
  }

  private String csv(String csv, List<String> columns) throws IOException {
    return redaction.isPresent() ? redaction.get().csv(csv, columns) : csv;
  }
}

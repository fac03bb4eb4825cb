package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.record.LogFormat;
import dev.whyvoy.core.summary.Grain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** All that a full report tells, chosen and in order; renderers only lay it out. */
public final class ReportView {
  /** Outcomes in the table. */
  private static final int MOST_LISTED = 150;

  /** Outcomes that pages tell all about. */
  private static final int MOST_SECTIONS = 60;

  /** Sections with sample lines in pieces; reading them takes time. */
  private static final int MOST_EXPLAINED = 30;

  private final SummaryView summary;
  private final Origin origin;
  private final Timeline timeline;
  private final HeatMap hosts;
  private final List<Section> sections;
  private final int most;
  private final String formats;

  private ReportView(
      SummaryView summary,
      Origin origin,
      Timeline timeline,
      HeatMap hosts,
      List<Section> sections,
      int most,
      String formats) {
    this.summary = summary;
    this.origin = origin;
    this.timeline = timeline;
    this.hosts = hosts;
    this.sections = sections;
    this.most = most;
    this.formats = formats;
  }

  /**
   * Chooses what to tell.
   *
   * @param explainer explains sample lines
   * @param reader reads them
   */
  public static ReportView of(
      SummaryView summary,
      Origin origin,
      Knowledge knowledge,
      Explainer explainer,
      LineReader reader) {
    return of(summary, origin, knowledge, explainer, reader, UnaryOperator.identity());
  }

  /**
   * The same, with sample lines as they may be seen.
   *
   * @param seen what may be seen of an explained line
   */
  public static ReportView of(
      SummaryView summary,
      Origin origin,
      Knowledge knowledge,
      Explainer explainer,
      LineReader reader,
      UnaryOperator<Explanation> seen) {
    Shares shares = new Shares(summary.outcomes());
    List<Section> sections = new ArrayList<>();
    int unknown = 0;
    for (Outcome outcome : summary.outcomes()) {
      String id = outcome.diagnosis() == null ? "unknown-" + ++unknown : outcome.code();
      Section section = Section.of(id, outcome, shares, knowledge, summary.incidents());
      sections.add(
          sections.size() < MOST_EXPLAINED
              ? section.withSamples(line -> seen.apply(explainer.explain(line, Facts.NONE)))
              : section);
    }
    return new ReportView(
        summary,
        origin,
        Timeline.of(summary, shares),
        HeatMap.of(summary),
        List.copyOf(sections),
        Math.min(MOST_SECTIONS, sections.size()),
        formats(summary, reader));
  }

  /** The formats of the lines that were kept. */
  private static String formats(SummaryView summary, LineReader reader) {
    Set<String> formats = new TreeSet<>();
    summary.outcomes().stream()
        .flatMap(outcome -> outcome.sample().stream())
        .forEach(
            line -> {
              byte[] bytes = Bytes.padded(line);
              if (reader.read(bytes, 0, bytes.length - Bytes.PADDING) == LineKind.ACCESS) {
                LogFormat format = reader.record().format();
                formats.add(
                    format != null
                        ? format.id()
                        : reader.record().json() ? "JSON" : "unknown text");
              }
            });
    return String.join(", ", formats);
  }

  SummaryView summary() {
    return summary;
  }

  Origin origin() {
    return origin;
  }

  Timeline timeline() {
    return timeline;
  }

  HeatMap hosts() {
    return hosts;
  }

  /** The most frequent first; those with a section come first. */
  List<Outcome> listed() {
    List<Outcome> all = summary.outcomes();
    return all.subList(0, Math.min(MOST_LISTED, all.size()));
  }

  /** Those that pages have room for. */
  List<Section> sections() {
    return sections.subList(0, most);
  }

  /** The same with no more than {@code most} of its sections. */
  ReportView withSections(int most) {
    return new ReportView(
        summary, origin, timeline, hosts, sections, Math.min(most, this.most), formats);
  }

  /** What is told of an outcome, by its number. */
  Section sectionOf(int outcome) {
    return sections.get(outcome);
  }

  /** Names of the formats that were found; empty if nothing tells. */
  String formats() {
    return formats;
  }

  /** What makes this report less than it seems. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (String problem : origin.problems()) {
      warnings.add("Not read to its end: " + problem);
    }
    if (summary.summary().grain() != Grain.FULL) {
      warnings.add(
          "There were too many kinds of messages to keep them apart; what is said of one may hold"
              + " for only some of its records. See how this was made.");
    }
    return warnings;
  }

  /** Whether there is a section with this name. */
  boolean has(String id) {
    return sections().stream().anyMatch(section -> section.id().equals(id));
  }
}

package dev.whyvoy.report;

import dev.whyvoy.core.config.ServerState;
import dev.whyvoy.core.diagnose.Ask;
import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.Label;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.diagnose.Wording;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people are shown of an explanation, chosen and in order; renderers only lay it out.
 *
 * @param main the finding that answers the question
 * @param others one finding for each further diagnosis
 * @param labels of all findings, in the order of their spans
 * @param causes those worth naming, the most likely first
 * @param elsePercent how likely none of {@code causes} is behind it, in percent
 * @param ask what would tell the causes apart
 * @param checks what to run or look up, the first one first
 * @param versions what the wording tells of the release, and what differs between releases
 * @param see related diagnoses
 * @param notUnderstood pieces of the input that look like Envoy's but are not known
 */
record ExplanationView(
    Explanation explanation,
    Finding main,
    List<Finding> others,
    List<Label> labels,
    List<RankedCause> causes,
    int elsePercent,
    List<Ask> ask,
    List<String> checks,
    List<String> versions,
    List<Diagnosis> see,
    List<String> notUnderstood) {

  private static final int MOST_CAUSES = 3;
  private static final int MOST_CHECKS = 3;
  private static final int MOST_QUESTIONS = 2;

  /** A cause less likely than this is not worth a line. */
  private static final double WORTH_NAMING = 0.05;

  /** From this likelihood on, the check of the first cause comes before the general one. */
  private static final double LEADING = 0.4;

  static ExplanationView of(Explanation explanation, Knowledge knowledge) {
    Finding main = explanation.main();
    List<RankedCause> causes =
        main.causes().stream()
            .filter(cause -> cause.likelihood() >= WORTH_NAMING)
            .limit(MOST_CAUSES)
            .toList();
    double named = causes.stream().mapToDouble(RankedCause::likelihood).sum();
    return new ExplanationView(
        explanation,
        main,
        others(explanation),
        labels(explanation),
        causes,
        (int) Math.round(100 * Math.max(0, 1 - named)),
        main.ask().stream().limit(MOST_QUESTIONS).toList(),
        checks(main, causes),
        versions(explanation),
        see(main, knowledge),
        notUnderstood(explanation));
  }

  private static List<Finding> others(Explanation explanation) {
    Map<String, Finding> byCode = new LinkedHashMap<>();
    for (Finding finding : explanation.findings()) {
      Diagnosis diagnosis = finding.diagnosis();
      if (diagnosis != null) {
        byCode.putIfAbsent(diagnosis.code(), finding);
      }
    }
    Diagnosis main = explanation.main().diagnosis();
    if (main != null) {
      byCode.remove(main.code());
    }
    return List.copyOf(byCode.values());
  }

  private static List<Label> labels(Explanation explanation) {
    List<Label> labels = new ArrayList<>();
    for (Finding finding : explanation.findings()) {
      for (Label label : finding.labels()) {
        if (labels.stream().noneMatch(have -> isSame(have, label))) {
          labels.add(label);
        }
      }
    }
    labels.sort(Comparator.comparingInt(label -> label.span().from()));
    return labels;
  }

  private static boolean isSame(Label a, Label b) {
    return a.span().equals(b.span()) && a.text().equals(b.text());
  }

  private static List<String> checks(Finding main, List<RankedCause> causes) {
    Diagnosis diagnosis = main.diagnosis();
    List<String> general = diagnosis == null ? List.of() : diagnosis.check();
    List<String> special = causes.isEmpty() ? List.of() : causes.get(0).cause().check();
    boolean leads = !causes.isEmpty() && causes.get(0).likelihood() >= LEADING;
    Set<String> checks = new LinkedHashSet<>(leads ? special : general);
    checks.addAll(leads ? general : special);
    return checks.stream().limit(MOST_CHECKS).toList();
  }

  private static List<String> versions(Explanation explanation) {
    List<String> versions = new ArrayList<>(ServerState.words(explanation.main().facts()));
    Wording wording = Wording.of(explanation.main().facts());
    if (!wording.isAny()) {
      EnvoyVersion asked = explanation.envoyVersion();
      boolean other = !wording.nearest(asked).equals(asked);
      versions.add(
          "this wording: Envoy "
              + wording.words()
              + (other ? "; the path is that of " + wording.nearest(asked) : ""));
    }
    Diagnosis diagnosis = explanation.main().diagnosis();
    versions.addAll(diagnosis == null ? List.of() : diagnosis.versions());
    return versions;
  }

  private static List<Diagnosis> see(Finding main, Knowledge knowledge) {
    Diagnosis diagnosis = main.diagnosis();
    return diagnosis == null
        ? List.of()
        : diagnosis.see().stream().flatMap(code -> knowledge.diagnosis(code).stream()).toList();
  }

  private static List<String> notUnderstood(Explanation explanation) {
    return explanation.findings().stream()
        .flatMap(finding -> finding.unparsed().stream())
        .map(unparsed -> unparsed.text())
        .distinct()
        .toList();
  }
}

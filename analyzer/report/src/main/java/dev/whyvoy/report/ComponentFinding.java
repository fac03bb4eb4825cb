package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Diagnoser;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.explain.RecordFacts;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.summary.ComponentLog;
import java.util.List;
import java.util.Map;

/**
 * A message of Envoy's own log, diagnosed.
 *
 * @param event {@code local reply} or {@code upstream reset}
 * @param said details or reason, values replaced
 * @param code the diagnosis, empty if there is none
 * @param slug its slug, empty if there is none
 * @param count lines that say it
 * @param sample one of them
 */
record ComponentFinding(
    String event, String said, String code, String slug, long count, String sample) {
  private static final String TRANSPORT = ", transport failure reason: ";

  static List<ComponentFinding> of(ComponentLog log, RecordFacts facts, Diagnoser diagnoser) {
    return log.entries().stream().map(entry -> of(entry, facts, diagnoser)).toList();
  }

  private static ComponentFinding of(
      ComponentLog.Entry entry, RecordFacts facts, Diagnoser diagnoser) {
    boolean reset = entry.event() == ComponentLog.Event.UPSTREAM_RESET;
    String details = reset ? asDetails(entry.text()) : entry.text();
    List<Finding> findings = diagnoser.diagnose(facts.of(Map.of("response_code_details", details)));
    Diagnosis diagnosis = findings.isEmpty() ? null : findings.get(0).diagnosis();
    return new ComponentFinding(
        reset ? "upstream reset" : "local reply",
        entry.text(),
        diagnosis == null ? "" : diagnosis.code(),
        diagnosis == null ? "" : diagnosis.slug(),
        entry.count(),
        entry.sample());
  }

  /** A reset as the details of the local reply that it brings about write it. */
  private static String asDetails(String reset) {
    int at = reset.indexOf(TRANSPORT);
    String reason = at < 0 ? reset : reset.substring(0, at);
    String transport = at < 0 ? "" : reset.substring(at + TRANSPORT.length()).strip();
    String both = transport.isEmpty() ? reason : reason + "|" + transport;
    return "upstream_reset_before_response_started{" + both.replace(' ', '_') + "}";
  }

  /** The message with its diagnosis. */
  String text() {
    return event + ": " + said + (code.isEmpty() ? "" : " [" + code + " " + slug + "]");
  }
}

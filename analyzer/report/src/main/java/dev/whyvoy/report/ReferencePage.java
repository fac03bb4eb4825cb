package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.CodeStep;
import dev.whyvoy.core.knowledge.Caller;
import dev.whyvoy.core.knowledge.Cause;
import dev.whyvoy.core.knowledge.Commonness;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.Evidence;
import dev.whyvoy.core.knowledge.Message;
import java.util.List;

/**
 * A page of the reference: everything about one diagnosis.
 *
 * @param title what people search for: Envoy's own text, or the name if there is none
 * @param messages what Envoy writes when it comes to this, the most telling first
 * @param causes the most common first
 * @param codePath the event first
 * @param general the diagnosis of which this is a special case; none or one
 * @param special the special cases of this
 */
record ReferencePage(
    Diagnosis diagnosis,
    String title,
    List<Message> messages,
    List<Cause> causes,
    List<CodeStep> codePath,
    List<Diagnosis> general,
    List<Diagnosis> special,
    List<Diagnosis> see) {

  private static final int MOST_REASONS = 4;

  /** The file's name without its ending. */
  static String stem(Diagnosis diagnosis) {
    return diagnosis.code() + "-" + diagnosis.slug();
  }

  String stem() {
    return stem(diagnosis);
  }

  /** In plain words, without what differs from case to case. */
  String line() {
    return Words.general(diagnosis.line());
  }

  /** How often a cause is behind this: {@code usual}. */
  String commonness(Cause cause) {
    Commonness commonness = cause.explains().get(diagnosis.code());
    return commonness == null ? "" : commonness.word();
  }

  /** What speaks for a cause. */
  static List<String> reasons(Cause cause) {
    return cause.evidence().stream()
        .filter(evidence -> evidence.bearing() == Evidence.Bearing.FOR)
        .map(Evidence::because)
        .map(Words::general)
        .distinct()
        .limit(MOST_REASONS)
        .toList();
  }

  /** The functions that have a message written, in short. */
  static List<String> callers(Message message) {
    return message.callers().stream()
        .map(Caller::function)
        .map(Words::function)
        .distinct()
        .toList();
  }

  static String releases(Message message) {
    return message.since() + " to " + message.until();
  }
}

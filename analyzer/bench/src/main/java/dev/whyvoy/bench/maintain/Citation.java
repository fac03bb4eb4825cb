package dev.whyvoy.bench.maintain;

import dev.whyvoy.core.knowledge.Caller;
import dev.whyvoy.core.knowledge.CodePath;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.KnowledgeModel;
import dev.whyvoy.core.knowledge.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place that a message or a step of a code path claims to exist in a range of releases.
 *
 * @param source the message's id, or part and number of the step
 */
record Citation(String source, Place place, EnvoyVersion since, EnvoyVersion until) {

  /** Every citation of the knowledge, in its order. */
  static List<Citation> of(KnowledgeModel knowledge) {
    List<Citation> citations = new ArrayList<>();
    for (Message message : knowledge.messages()) {
      if (!message.function().isEmpty()) {
        Place place = new Place(message.file(), message.function(), message.at());
        citations.add(new Citation(message.id(), place, message.since(), message.until()));
        message.callers().forEach(caller -> citations.add(of(message.id(), caller)));
      }
    }
    Map<String, CodePath.Part> parts = new LinkedHashMap<>();
    for (CodePath path : knowledge.paths()) {
      path.parts().forEach(part -> parts.putIfAbsent(part.id(), part));
    }
    for (CodePath.Part part : parts.values()) {
      int number = 0;
      for (CodePath.Step step : part.steps()) {
        number++;
        Place place = new Place(step.file(), step.function(), step.at());
        citations.add(
            new Citation(
                "part " + part.id() + ", step " + number, place, step.since(), step.until()));
      }
    }
    return List.copyOf(citations);
  }

  private static Citation of(String message, Caller caller) {
    Place place = new Place(caller.file(), caller.function(), caller.at());
    return new Citation(message + ", caller", place, caller.since(), caller.until());
  }
}

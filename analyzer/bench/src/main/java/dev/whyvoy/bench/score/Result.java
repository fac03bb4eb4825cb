package dev.whyvoy.bench.score;

import java.util.List;
import java.util.Objects;

/**
 * An incident, its answer, and how they compare.
 *
 * @param family family of the true cause
 * @param rank place of the true cause, 1 the first, 0 when it is not named
 * @param familyFirst whether the first cause is of the true cause's family
 */
record Result(Incident incident, Answer answer, String family, int rank, boolean familyFirst) {

  static Result of(Incident incident, Answer answer, Families families) {
    List<String> causes = answer.causes();
    String family = Objects.requireNonNullElse(families.of(incident.cause()), "?");
    boolean familyFirst = !causes.isEmpty() && family.equals(families.of(causes.get(0)));
    return new Result(incident, answer, family, causes.indexOf(incident.cause()) + 1, familyFirst);
  }

  boolean miss() {
    return !answer.understood() || (incident.scored() && rank != 1);
  }

  String describe() {
    String input = incident.input().replace("\n", "\n    ");
    return "%s  %s (%s, rank %d)  %s %s%n    %s"
        .formatted(
            incident.id(),
            incident.cause(),
            incident.kind(),
            rank,
            answer.codes(),
            answer.causes().subList(0, Math.min(4, answer.causes().size())),
            input.length() > 600 ? input.substring(0, 600) : input);
  }
}

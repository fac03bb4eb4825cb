package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.incident.Incident;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.summary.Detail;
import dev.whyvoy.core.summary.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of like failures with what they mean.
 *
 * @param finding null when nothing known fits
 */
record DiagnosedGroup(Group group, @Nullable Finding finding) {

  /**
   * This group with the causes of the incident that it is part of, which were judged from all that
   * belongs to it; unchanged if it is part of none.
   */
  DiagnosedGroup judgedIn(List<Incident> incidents) {
    if (finding == null || finding.diagnosis() == null) {
      return this;
    }
    String code = finding.diagnosis().code();
    String cluster = value(Field.UPSTREAM_CLUSTER);
    for (Incident incident : incidents) {
      boolean there =
          cluster.isEmpty()
              ? incident.place().clusters().isEmpty()
              : incident.place().clusters().stream().anyMatch(c -> c.name().equals(cluster));
      boolean so =
          incident.outcomes().stream()
              .anyMatch(part -> part.diagnosis() != null && part.diagnosis().code().equals(code));
      if (there && so && incident.count() >= group.count() / 2) {
        List<RankedCause> causes =
            incident.causes().stream()
                .filter(cause -> cause.cause().explains().containsKey(code))
                .toList();
        return new DiagnosedGroup(group, finding.with(causes, incident.ask()));
      }
    }
    return this;
  }

  List<RankedCause> causes() {
    return finding == null ? List.of() : finding.causes();
  }

  List<String> samples() {
    return group.detail().map(Detail::lines).orElse(List.of());
  }

  /** Status and flags as logged. */
  String said() {
    return (value(Field.RESPONSE_CODE) + " " + value(Field.RESPONSE_FLAGS)).strip();
  }

  String value(Field field) {
    return group.signature().value(field).orElse("");
  }
}

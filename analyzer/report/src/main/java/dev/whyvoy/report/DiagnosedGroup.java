package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Diagnoser;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.explain.RecordFacts;
import dev.whyvoy.core.incident.Incident;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.summary.Detail;
import dev.whyvoy.core.summary.Group;
import dev.whyvoy.core.summary.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of like failures with what they mean.
 *
 * @param finding null when nothing known fits
 */
record DiagnosedGroup(Group group, @Nullable Finding finding) {

  static DiagnosedGroup of(Group group, RecordFacts facts, Diagnoser diagnoser, LineReader reader) {
    List<Finding> findings = diagnoser.diagnose(facts.of(fields(group, reader)));
    return new DiagnosedGroup(group, findings.isEmpty() ? null : findings.get(0));
  }

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

  /** The fields of one record of the group that stands for all. */
  private static Map<String, String> fields(Group group, LineReader reader) {
    Map<String, String> fields = new LinkedHashMap<>();
    group.detail().map(Detail::lines).orElse(List.of()).stream()
        .limit(1)
        .forEach(
            line -> {
              byte[] bytes = Bytes.padded(line);
              if (reader.read(bytes, 0, bytes.length - Bytes.PADDING) == LineKind.ACCESS) {
                reader.record().fields().forEach((field, text) -> fields.put(field.fact(), text));
              }
            });
    // The line may be of another cluster with the same message.
    fields.remove(Field.UPSTREAM_HOST.fact());
    group.hosts().stream()
        .flatMap((Tally hosts) -> hosts.top(1).stream())
        .forEach(host -> fields.put(Field.UPSTREAM_HOST.fact(), host.value()));
    fields.remove(Field.UPSTREAM_CLUSTER.fact());
    group
        .signature()
        .values()
        .forEach(
            (field, text) -> {
              if (field == Field.UPSTREAM_CLUSTER || fields.isEmpty()) {
                fields.put(field.fact(), text);
              } else {
                fields.putIfAbsent(field.fact(), text);
              }
            });
    return fields;
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

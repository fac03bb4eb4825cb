package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Diagnoser;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.explain.RecordFacts;
import dev.whyvoy.core.incident.Witnesses;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.summary.Detail;
import dev.whyvoy.core.summary.Group;
import dev.whyvoy.core.summary.Tally;
import dev.whyvoy.core.summary.Trail;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Diagnoses groups. A failure that is the same at many clusters is judged once for all of those
 * whose name and host tell the same: nothing is concluded from the rest of an address or a name.
 */
final class GroupDiagnoser {
  private final RecordFacts facts;
  private final Diagnoser diagnoser;
  private final Witnesses witnesses;
  private final LineReader reader;
  private final Map<Case, Optional<Finding>> known = new HashMap<>();
  private final Map<Detail, Map<String, String>> samples = new HashMap<>();

  GroupDiagnoser(RecordFacts facts, Diagnoser diagnoser, Witnesses witnesses, LineReader reader) {
    this.witnesses = witnesses;
    this.facts = facts;
    this.diagnoser = diagnoser;
    this.reader = reader;
  }

  /** What a diagnosis depends on. */
  private record Case(Optional<Detail> detail, String host, String cluster) {}

  DiagnosedGroup of(Group group) {
    Map<String, String> sample =
        group.detail().map(d -> samples.computeIfAbsent(d, this::fields)).orElse(Map.of());
    String host =
        group.hosts().stream()
            .flatMap((Tally hosts) -> hosts.top(1).stream())
            .map(Tally.Entry::value)
            .findFirst()
            .orElse("");
    String cluster = group.signature().cluster().orElse("");
    Map<Field, String> more =
        witnesses.ofAll(group.trail().map(Trail::lines).orElse(List.of()), reader);
    if (!more.isEmpty()) {
      Map<String, String> fields = new LinkedHashMap<>(fields(group, sample, host));
      more.forEach((field, text) -> fields.put(field.fact(), text));
      return new DiagnosedGroup(
          group, diagnoser.diagnose(facts.of(fields)).stream().findFirst().orElse(null));
    }
    Case same = new Case(group.detail(), telling(host, sample), telling(cluster));
    Optional<Finding> finding = known.get(same);
    if (finding == null || finding.isPresent() && namesHost(finding.get())) {
      finding = diagnoser.first(facts.of(fields(group, sample, host)));
      known.put(same, finding);
    }
    return new DiagnosedGroup(group, finding.orElse(null));
  }

  private static boolean namesHost(Finding finding) {
    return finding.diagnosis() != null && finding.diagnosis().line().contains("{upstream");
  }

  /** The network and the port of an IPv4 address that is not this pod's own; else all of it. */
  private static String telling(String host, Map<String, String> sample) {
    int second = host.indexOf('.', host.indexOf('.') + 1);
    int colon = host.lastIndexOf(':');
    boolean plain = second > 0 && colon > second && host.indexOf(':') == colon;
    for (int i = 0; plain && i < host.length(); i++) {
      char c = host.charAt(i);
      plain = c >= '0' && c <= '9' || c == '.' || c == ':';
    }
    if (!plain) {
      return host;
    }
    String ip = host.substring(0, colon + 1);
    boolean own =
        sample.getOrDefault(Field.UPSTREAM_LOCAL_ADDRESS.fact(), "").startsWith(ip)
            || sample.getOrDefault(Field.DOWNSTREAM_LOCAL_ADDRESS.fact(), "").startsWith(ip);
    long dots = ip.chars().filter(c -> c == '.').count();
    return own || dots != 3 ? host : host.substring(0, second) + host.substring(colon);
  }

  /** Direction, port and subset of a cluster that is named as Istio does; else the whole name. */
  private static String telling(String cluster) {
    boolean istio = cluster.startsWith("outbound|") || cluster.startsWith("inbound|");
    return istio ? cluster.substring(0, cluster.lastIndexOf('|') + 1) : cluster;
  }

  /** The fields of a line that stands for all. */
  private Map<String, String> fields(Detail detail) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : detail.lines().stream().limit(1).toList()) {
      byte[] bytes = Bytes.padded(line);
      if (reader.read(bytes, 0, bytes.length - Bytes.PADDING) == LineKind.ACCESS) {
        reader.record().fields().forEach((field, text) -> fields.put(field.fact(), text));
      }
    }
    return fields;
  }

  /** The fields of one record of the group; its line may be of another cluster. */
  private static Map<String, String> fields(Group group, Map<String, String> sample, String host) {
    Map<String, String> fields = new LinkedHashMap<>(sample);
    fields.remove(Field.UPSTREAM_HOST.fact());
    if (!host.isEmpty()) {
      fields.put(Field.UPSTREAM_HOST.fact(), host);
    }
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
}

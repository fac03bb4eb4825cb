package dev.whyvoy.core.incident;

import dev.whyvoy.core.diagnose.Ask;
import dev.whyvoy.core.diagnose.Diagnoser;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.explain.RecordFacts;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.record.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ranks the causes of a group of failures: from several records, and from what the group shows. */
public final class Judge {
  /** Records of each diagnosis that are judged. */
  private static final int RECORDS = 24;

  /** A diagnosis with a smaller part of the records has no say. */
  private static final double LEAST_SHARE = 0.1;

  private final RecordFacts recordFacts;
  private final Diagnoser diagnoser;

  public Judge(RecordFacts recordFacts, Diagnoser diagnoser) {
    this.recordFacts = recordFacts;
    this.diagnoser = diagnoser;
  }

  /** The causes of all diagnoses of a scene together; a likelihood is its mean over the records. */
  List<RankedCause> causes(Scene scene, Facts group) {
    Map<String, RankedCause> sums = new LinkedHashMap<>();
    double judged = 0;
    for (List<Episode> episodes : scene.byCode().values()) {
      double records = episodes.stream().mapToDouble(Episode::records).sum();
      if (records >= LEAST_SHARE * scene.records()) {
        judged += records;
        Diagnosis diagnosis = episodes.get(0).atom().diagnosis();
        for (RankedCause cause : diagnoser.causes(diagnosis, facts(episodes, group))) {
          sums.merge(cause.cause().id(), scaled(cause, records), Judge::sum);
        }
      }
    }
    double all = Math.max(1, judged);
    return sums.values().stream()
        .map(cause -> scaled(cause, 1 / all))
        .sorted(Comparator.comparingDouble(RankedCause::likelihood).reversed())
        .toList();
  }

  /** What would tell the causes apart. */
  List<Ask> ask(List<RankedCause> causes, Scene scene, Facts group) {
    return diagnoser.ask(causes, facts(List.of(scene.main()), group).get(0)).stream()
        .filter(ask -> ask.given() || !isLogged(ask, scene))
        .toList();
  }

  /** Whether the fields that a question asks to log are in the log. */
  private static boolean isLogged(Ask ask, Scene scene) {
    List<String> operators =
        Arrays.stream(ask.question().split("%", -1))
            .filter(part -> part.matches("[A-Z_]{4,}"))
            .toList();
    return !operators.isEmpty()
        && operators.stream()
            .map(name -> Field.of(name.toLowerCase(Locale.ROOT)))
            .allMatch(
                field ->
                    field != null
                        && scene.main().sightings().stream()
                            .anyMatch(s -> s.fields().containsKey(field)));
  }

  private static RankedCause scaled(RankedCause cause, double factor) {
    return new RankedCause(
        cause.cause(), cause.likelihood() * factor, cause.because(), cause.against());
  }

  private static RankedCause sum(RankedCause a, RankedCause b) {
    return new RankedCause(
        a.cause(),
        a.likelihood() + b.likelihood(),
        a.because().isEmpty() ? b.because() : a.because(),
        a.against().isEmpty() ? b.against() : a.against());
  }

  private List<Facts> facts(List<Episode> episodes, Facts group) {
    List<Facts> all = new ArrayList<>();
    for (Episode episode : episodes) {
      int share = Math.max(1, RECORDS / episodes.size());
      for (Sighting s : episode.sightings().stream().limit(share).toList()) {
        Map<String, String> fields = new LinkedHashMap<>();
        s.fields().forEach((field, text) -> fields.put(field.fact(), text));
        all.add(recordFacts.of(fields).toBuilder().setAll(group).build());
      }
    }
    if (all.isEmpty()) {
      all.add(episodes.get(0).atom().finding().facts().toBuilder().setAll(group).build());
    }
    return all;
  }
}

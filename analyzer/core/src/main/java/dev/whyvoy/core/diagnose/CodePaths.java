package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.CodePath;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Composes the code path of a finding for one release. */
final class CodePaths {
  private static final String REPOSITORY = "https://github.com/envoyproxy/envoy/blob/";

  private final Knowledge knowledge;
  private final EnvoyVersion version;
  private final Conditions conditions;

  CodePaths(Knowledge knowledge, EnvoyVersion version, Conditions conditions) {
    this.knowledge = knowledge;
    this.version = version;
    this.conditions = conditions;
  }

  /**
   * The path of the diagnosis; if it names none, that of the message that was recognised, or the
   * function that writes that message.
   */
  List<CodeStep> of(Diagnosis diagnosis, Facts facts) {
    String path = diagnosis.path();
    if (path != null) {
      return knowledge.path(path).map(known -> steps(known, facts)).orElse(List.of());
    }
    List<Message> messages =
        facts.all("message").stream().flatMap(id -> knowledge.message(id).stream()).toList();
    Optional<CodePath> known =
        messages.stream()
            .flatMap(message -> Optional.ofNullable(message.path()).stream())
            .flatMap(id -> knowledge.path(id).stream())
            .findFirst();
    if (known.isPresent()) {
      return steps(known.get(), facts);
    }
    return messages.stream()
        .filter(message -> !message.function().isEmpty())
        .limit(1)
        .map(message -> step(message.function(), message.file(), "writes this", message.lines()))
        .toList();
  }

  private List<CodeStep> steps(CodePath path, Facts facts) {
    List<CodeStep> steps = new ArrayList<>();
    for (CodePath.Part part : path.parts()) {
      for (CodePath.Step step : part.steps()) {
        if (version.within(step.since(), step.until()) && conditions.holds(step.when(), facts)) {
          steps.add(step(step.function(), step.file(), step.says(), step.lines()));
        }
      }
    }
    return List.copyOf(steps);
  }

  private CodeStep step(String function, String file, String says, List<Integer> lines) {
    int line = lines.isEmpty() ? 0 : lines.get(version.ordinal());
    String url = REPOSITORY + version.gitRef() + "/" + file;
    return line == 0
        ? new CodeStep(function, file, OptionalInt.empty(), says, url)
        : new CodeStep(function, file, OptionalInt.of(line), says, url + "#L" + line);
  }
}

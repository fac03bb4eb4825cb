package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.CodeStep;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.explain.SampleTexts;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.Dialect;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.core.knowledge.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole knowledge as pages: one for each diagnosis, and some that lead to them. */
final class ReferenceBook {
  private static final int LONGEST_TITLE = 100;

  private final Knowledge knowledge;
  private final Explainer explainer;

  /** What each message comes to, by its id: the main finding first. */
  private final Map<String, List<Finding>> findings = new LinkedHashMap<>();

  private final Map<String, List<Message>> messages = new HashMap<>();

  ReferenceBook(Knowledge knowledge, Explainer explainer) {
    this.knowledge = knowledge;
    this.explainer = explainer;
    for (Message message : knowledge.messages()) {
      boolean ofEnvoy = message.dialect() != Dialect.APPLICATION_LOG;
      if (ofEnvoy && Template.parse(message.template()).hasText()) {
        List<Finding> found = explain(message);
        findings.put(message.id(), found);
        found.stream()
            .flatMap(finding -> Optional.ofNullable(finding.diagnosis()).stream())
            .limit(1)
            .forEach(main -> add(main, message));
      }
    }
  }

  private List<Finding> explain(Message message) {
    return explainer.explain(SampleTexts.of(message), Facts.NONE).findings().stream()
        .filter(finding -> finding.diagnosis() != null)
        .toList();
  }

  private void add(Diagnosis diagnosis, Message message) {
    messages.computeIfAbsent(diagnosis.code(), code -> new ArrayList<>()).add(message);
  }

  List<ReferencePage> pages() {
    return knowledge.diagnoses().stream().map(this::page).toList();
  }

  List<ReferenceIndex> indexes() {
    return new ReferenceIndexes(knowledge, this).all();
  }

  /** The diagnoses that a message leads to, the main one first. */
  List<Diagnosis> diagnoses(Message message) {
    return findings.getOrDefault(message.id(), List.of()).stream()
        .flatMap(finding -> Optional.ofNullable(finding.diagnosis()).stream())
        .distinct()
        .toList();
  }

  /** What any text comes to. */
  Optional<Diagnosis> main(String text) {
    return Optional.ofNullable(explainer.explain(text, Facts.NONE).main().diagnosis());
  }

  private ReferencePage page(Diagnosis diagnosis) {
    String code = diagnosis.code();
    List<Message> written =
        messages.getOrDefault(code, List.of()).stream()
            .sorted(
                Comparator.comparing(ReferenceBook::rank)
                    .thenComparing(message -> !message.file().startsWith("source/common/")))
            .toList();
    return new ReferencePage(
        diagnosis,
        title(diagnosis, written),
        written,
        knowledge.causes(code),
        codePath(diagnosis, written),
        linked(Optional.ofNullable(diagnosis.refines()).stream().toList()),
        knowledge.refinements(code).stream()
            .flatMap(rule -> knowledge.diagnosis(rule.code()).stream())
            .toList(),
        linked(diagnosis.see()));
  }

  private List<Diagnosis> linked(List<String> codes) {
    return codes.stream().flatMap(code -> knowledge.diagnosis(code).stream()).toList();
  }

  /** Its own, or that of the message that says it. */
  private List<CodeStep> codePath(Diagnosis diagnosis, List<Message> written) {
    List<CodeStep> own = explainer.explain(diagnosis.code(), Facts.NONE).main().codePath();
    return !own.isEmpty() || written.isEmpty()
        ? own
        : findings.getOrDefault(written.get(0).id(), List.of()).get(0).codePath();
  }

  /** Response code details first, then bodies, then what the transport says, flags last. */
  private static int rank(Message message) {
    return switch (message.dialect()) {
      case RESPONSE_CODE_DETAILS -> 0;
      case RESPONSE_BODY -> 1;
      case TRANSPORT_FAILURE_REASON, TLS_ERROR -> 2;
      case CONNECTION_TERMINATION_DETAILS, LOCAL_CLOSE_REASON -> 3;
      case CODEC_ERROR, RESET_REASON -> 4;
      case RESPONSE_FLAGS, APPLICATION_LOG -> 5;
    };
  }

  private static String title(Diagnosis diagnosis, List<Message> written) {
    String text =
        !written.isEmpty() && written.get(0).dialect() != Dialect.RESPONSE_FLAGS
            ? written.get(0).template()
            : diagnosis.slug().replace('-', ' ');
    return text.length() <= LONGEST_TITLE ? text : text.substring(0, LONGEST_TITLE - 1) + "\u2026";
  }
}

package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.Label;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.Unparsed;
import dev.whyvoy.report.Secrets.Found;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An explanation of a text as it may be seen; labels stay under their pieces. */
final class RedactedExplanation {
  private final Redaction redaction;
  private final String input;
  private final List<Found> found;
  private final String redacted;

  private RedactedExplanation(String input, Redaction redaction) {
    this.redaction = redaction;
    this.input = input;
    this.found = redaction.find(input);
    this.redacted = Redaction.spliced(input, found);
  }

  static Explanation of(Explanation explanation, Redaction redaction) {
    RedactedExplanation own = new RedactedExplanation(explanation.input(), redaction);
    return new Explanation(
        own.redacted,
        explanation.envoyVersion(),
        explanation.findings().stream().map(own::finding).toList(),
        explanation.unreadFrom().isPresent()
            ? OptionalInt.of(own.place(explanation.unreadFrom().getAsInt()))
            : OptionalInt.empty(),
        explanation.together().stream().map(redaction::text).toList());
  }

  private Finding finding(Finding finding) {
    return new Finding(
        finding.kind(),
        span(finding.span()),
        facts(finding.facts()),
        finding.diagnosis(),
        finding.certainty(),
        redaction.text(finding.line()),
        finding.causes().stream().map(this::cause).toList(),
        finding.ask(),
        finding.codePath(),
        finding.labels().stream().flatMap(label -> label(label).stream()).toList(),
        finding.unparsed().stream()
            .map(piece -> new Unparsed(span(piece.span()), redaction.text(piece.text())))
            .toList(),
        finding.nearest());
  }

  private RankedCause cause(RankedCause ranked) {
    return new RankedCause(
        ranked.cause(),
        ranked.likelihood(),
        ranked.because().stream().map(redaction::text).toList(),
        ranked.against().stream().map(redaction::text).toList());
  }

  private Facts facts(Facts facts) {
    Facts.Builder all = Facts.builder();
    for (String name : facts.names()) {
      Field field = Sensitive.named(name);
      for (String value : facts.all(name)) {
        all.add(
            name,
            field != null && Sensitive.whole(field)
                ? redaction.value(field, value)
                : redaction.text(value));
      }
    }
    return all.build();
  }

  private Span span(Span span) {
    int from = place(span.from());
    return new Span(from, Math.max(from, place(span.to())));
  }

  /** Where a place of the input is now; of one that was replaced, where that ends. */
  private int place(int at) {
    int moved = 0;
    for (Found one : found) {
      if (at <= one.from()) {
        break;
      }
      int grown = one.name().length() - (one.to() - one.from());
      if (at < one.to()) {
        return one.to() + moved + grown;
      }
      moved += grown;
    }
    return at + moved;
  }

  /** A label within a line that was written anew goes where its piece stands now, if it does. */
  private Optional<Label> label(Label label) {
    Span span = label.span();
    int moved = 0;
    for (Found one : found) {
      if (span.to() <= one.from()) {
        break;
      }
      if (span.from() < one.to()) {
        String piece = input.substring(span.from(), Math.min(span.to(), input.length()));
        int within = one.name().indexOf(piece);
        int from = one.from() + moved + within;
        boolean kept = within >= 0 && piece.length() > 1;
        boolean around = span.from() <= one.from() && span.to() >= one.to();
        return kept
            ? Optional.of(label(new Span(from, from + piece.length()), label))
            : around ? Optional.of(label(span(span), label)) : Optional.empty();
      }
      moved += one.name().length() - (one.to() - one.from());
    }
    return Optional.of(label(span(span), label));
  }

  private Label label(Span span, Label label) {
    return new Label(span, redaction.text(label.text()));
  }
}

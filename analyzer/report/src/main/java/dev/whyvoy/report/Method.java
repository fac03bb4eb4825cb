package dev.whyvoy.report;

import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.summary.Accounting;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a report was made, so that it can be judged. */
final class Method {
  private static final int MOST_INPUTS = 12;

  private Method() {}

  /** Something to know. */
  record Note(String about, List<String> texts) {}

  static List<Note> of(ReportView view) {
    List<Note> notes = new ArrayList<>();
    notes.add(new Note("Read", read(view)));
    notes.add(new Note("Lines", lines(view.summary().accounting())));
    notes.add(new Note("Bounds", bounds(view)));
    notes.add(
        new Note(
            "Diagnoses",
            List.of(
                "A diagnosis says what Envoy did, from its flags, details and reasons. Certain: only"
                    + " this outcome writes this. Likely: it fits best. Can't tell: it is what"
                    + " several outcomes have in common.",
                "What counts as failed: a status from 400 on, any response flag, a gRPC error, or a"
                    + " transport failure. Clients that were refused for good reason are among"
                    + " them.")));
    notes.add(
        new Note(
            "Likelihoods",
            List.of(
                "A likelihood weighs what speaks for and against a cause in the log; it is a"
                    + " judgement, not a measurement, and never a proof. Those of one diagnosis and"
                    + " of something else add up to 100 %.",
                "Where most of a diagnosis is one incident, its causes are judged from all of that"
                    + " incident, else from a record of each group of like records; the reasons"
                    + " given are those of the largest group.")));
    notes.add(
        new Note("Times", List.of("All times are UTC. Durations are off by less than 1.6 %.")));
    Origin origin = view.origin();
    notes.add(
        new Note(
            "Made by",
            List.of(
                "whyvoy "
                    + origin.program()
                    + ", code paths of Envoy "
                    + origin.envoy()
                    + ", written "
                    + origin.written().truncatedTo(ChronoUnit.SECONDS))));
    return notes;
  }

  private static List<String> read(ReportView view) {
    List<String> texts = inputs(view.origin());
    if (!view.formats().isEmpty()) {
      texts.add("format, by the samples: " + view.formats());
    }
    return texts;
  }

  /** What was read, and what of it. */
  static List<String> inputs(Origin origin) {
    List<String> texts = new ArrayList<>();
    List<String> inputs = origin.inputs();
    for (String input : inputs.subList(0, Math.min(MOST_INPUTS, inputs.size()))) {
      texts.add(input.equals("-") ? "standard input" : input);
    }
    if (inputs.size() > MOST_INPUTS) {
      texts.add("and " + (inputs.size() - MOST_INPUTS) + " more files");
    }
    texts.add(Html.bytes(origin.bytes()) + " in all, before decompression");
    origin.problems().forEach(problem -> texts.add("not to its end: " + problem));
    if (!origin.filters().isEmpty()) {
      texts.add("only " + String.join(" ", origin.filters()));
    }
    return texts;
  }

  private static List<String> lines(Accounting accounting) {
    List<String> texts = new ArrayList<>();
    texts.add(Html.count(accounting.lines(), "line"));
    for (Map.Entry<LineKind, Long> kind : accounting.kinds().entrySet()) {
      texts.add(Html.number(kind.getValue()) + " " + kind.getKey().words());
    }
    some(texts, accounting.filtered(), "access record", " left out by the filter");
    some(texts, accounting.tooLong(), "line", " longer than allowed, of which the start was read");
    some(texts, accounting.ambiguous(), "record", " that could be read in another way too");
    some(texts, accounting.loose(), "record", " of no known format, read by the order of fields");
    some(texts, accounting.withoutTime(), "record", " without a time that could be read");
    return texts;
  }

  private static void some(List<String> texts, long n, String noun, String what) {
    if (n > 0) {
      texts.add(Html.count(n, noun) + what);
    }
  }

  private static List<String> bounds(ReportView view) {
    List<String> texts = new ArrayList<>(view.summary().folded());
    boolean estimated =
        view.sections().stream()
            .flatMap(section -> section.breakdowns().stream())
            .anyMatch(breakdown -> !breakdown.exact());
    if (estimated) {
      texts.add(
          "Breakdowns marked as estimated had too many values to count each: their shares come from"
              + " a fair sample of 64 records, give or take 12 points.");
    }
    if (texts.isEmpty()) {
      texts.add("Every failure was counted; nothing was folded or estimated.");
    }
    return texts;
  }
}

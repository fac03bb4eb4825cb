package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Ask;
import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.knowledge.Condition;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.FactTest;
import java.util.Locale;
import java.util.stream.Collectors;

/** Phrases that several renderers share. */
final class Words {
  /** Columns for the values of an answer. */
  private static final int LONGEST_CHOICE = 34;

  private Words() {}

  /** {@code EV301 upstream-connect-refused}, or that nothing is known. */
  static String title(Finding finding) {
    Diagnosis diagnosis = finding.diagnosis();
    return diagnosis == null ? "not understood" : diagnosis.code() + " " + diagnosis.slug();
  }

  /** The one-liner with its code. */
  static String line(Finding finding) {
    Diagnosis diagnosis = finding.diagnosis();
    return diagnosis == null ? finding.line() : finding.line() + " [" + diagnosis.code() + "]";
  }

  /** A likelihood as {@code 62 %}; a sure thing is not claimed by rounding. */
  static String percent(double likelihood) {
    long percent = Math.round(likelihood * 100);
    if (percent == 100 && likelihood < 1) {
      percent = 99;
    }
    return percent == 0 ? "<1 %" : percent + " %";
  }

  /** How to answer a question: {@code " --given frequency=every-request|burst"}. */
  static String answers(Ask ask) {
    if (!ask.given() || ask.values().isEmpty()) {
      return "";
    }
    StringBuilder answers = new StringBuilder();
    for (String value : ask.values().keySet()) {
      if (answers.length() + value.length() > LONGEST_CHOICE) {
        answers.append("|...");
        break;
      }
      answers.append(answers.length() == 0 ? "" : "|").append(value);
    }
    return " --given " + ask.fact() + "=" + answers;
  }

  /** A diagnosis's one-liner without what differs from case to case. */
  static String general(String template) {
    return template
        .replace("{retried}", "")
        .replace("; {answered}", "")
        .replace("{upstream}", "the upstream")
        .replaceAll(" \\(\\{[^)]*\\)", "")
        .replaceAll("\\{(\\w+)\\}", "<$1>");
  }

  /** What a condition asks: {@code errno is ECONNREFUSED, and duration_ms is at most 100}. */
  static String condition(Condition condition) {
    if (condition.anyOf().isEmpty()) {
      return "always";
    }
    return condition.anyOf().stream()
        .map(all -> all.tests().stream().map(Words::test).collect(Collectors.joining(", and ")))
        .collect(Collectors.joining("; or "));
  }

  private static String test(FactTest test) {
    if (test instanceof FactTest.AnyOf any) {
      return any.fact() + " is " + String.join(" or ", any.values());
    } else if (test instanceof FactTest.NoneOf none) {
      return none.fact() + " is present but not " + String.join(" or ", none.values());
    } else if (test instanceof FactTest.Presence presence) {
      return presence.fact() + (presence.present() ? " is present" : " is absent");
    } else if (test instanceof FactTest.Near near) {
      return near.fact()
          + " is just after "
          + near.values().stream().map(String::valueOf).collect(Collectors.joining(" or "));
    } else if (test instanceof FactTest.Range range) {
      return range(range);
    }
    throw new IllegalStateException("a new kind of test: " + test);
  }

  private static String range(FactTest.Range range) {
    boolean open = range.max() == Long.MAX_VALUE;
    boolean from = range.min() == Long.MIN_VALUE;
    if (open || from) {
      return range.fact() + (open ? " is at least " + range.min() : " is at most " + range.max());
    }
    return range.fact() + " is " + range.min() + " to " + range.max();
  }

  /** A duration as {@code 61 ms}, {@code 2.5 s} or {@code 15 s}. */
  static String millis(long ms) {
    if (ms < 1000) {
      return ms + " ms";
    }
    long tenths = Math.round(ms / 100.0);
    return tenths < 100 && tenths % 10 != 0
        ? tenths / 10 + "." + tenths % 10 + " s"
        : Math.round(ms / 1000.0) + " s";
  }

  /** A length of time to stand after "per": {@code minute}, {@code 16 seconds}, {@code 2.1 h}. */
  static String interval(long ms) {
    if (ms < 60_000) {
      return ms == 1000 ? "second" : ms / 1000 + " seconds";
    }
    long minutes = ms / 60_000;
    if (minutes == 1 || minutes < 120 && ms % 60_000 == 0) {
      return minutes == 1 ? "minute" : minutes + " minutes";
    }
    return String.format(
        Locale.ROOT,
        minutes < 120 ? "%.1f minutes" : "%.1f hours",
        minutes < 120 ? ms / 60_000.0 : minutes / 60.0);
  }

  /** Class and function of a full C++ name. */
  static String function(String name) {
    int last = name.lastIndexOf("::");
    int before = last < 0 ? -1 : name.lastIndexOf("::", last - 1);
    return before < 0 ? name : name.substring(before + 2);
  }

  /** What was not read of a long text; empty if all was. */
  static String unread(Explanation explanation) {
    return explanation.unreadFrom().isEmpty()
        ? ""
        : "this text is very long: what follows character "
            + explanation.unreadFrom().getAsInt()
            + " of "
            + explanation.input().length()
            + " was not read; for a log, use whyvoy summary";
  }
}

package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.RESPONSE_CODE;

import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds response flags in free text. Short flags are also ordinary abbreviations, so they count
 * only after a status, alone on a line, or beside the word flag; long ones count anywhere.
 */
final class FlagFinder {
  private static final String SHORT = "[A-Z]{2,5}(?:[ ]?,[ ]?[A-Z]{2,5}){0,40}";

  /** The same where all of it must be followed by something: trying less of it is in vain. */
  private static final String ALL_SHORT = "[A-Z]{2,5}+(?:[ ]?,[ ]?[A-Z]{2,5}+){0,40}+";

  private static final String IN_SENTENCES = "U[CFHORT]|URX|UAEX|UPE|UMSDR|DPE";
  private static final Pattern STATUS_AND_FLAGS =
      Pattern.compile(
          "(?<![\\w./:-])([1-5][0-9]{2}|0)(?:[\"']?[ \\t]+[\"'(\\[]?)?(" + SHORT + ")(?![\\w-])");
  private static final Pattern ALONE =
      Pattern.compile("^[\\s\"'`*|-]*(" + SHORT + ")[\\s\"'`*|.,-]*$");
  private static final Pattern BESIDE_WORD =
      Pattern.compile(
          "(?:flags?\\b[^A-Za-z0-9\\n]{1,4}(?:is |are |of |was )?[\"'`]?("
              + SHORT
              + ")(?![\\w-]))"
              + "|(?<![\\w-])("
              + ALL_SHORT
              + ")[\"'`]?[ ](?:response )?flags?\\b");

  /** Flags that sentences tell of; those that are also other abbreviations are not among them. */
  private static final Pattern IN_SENTENCE =
      Pattern.compile(
          "\\b(?:results? in|resulted in|resulting in|ends? in|ends? with|fails? with|failed with|(?:gets?|getting|got|sees?|seeing|saw)(?: an?| many| some)?)[ ][\"'`]?("
              + IN_SENTENCES
              + ")(?![\\w-])"
              + "|(?<![\\w-])("
              + IN_SENTENCES
              + ")[\"'`]?[ ](?:errors?|responses?|failures?)\\b"
              + "|(?<![\\w-])(NR)(?![\\w-])(?=[^\\n]{0,60}(?<![\\w.])404(?!\\w))");

  private static final Pattern LONG =
      Pattern.compile("(?<!\\w)[A-Z][a-z]+(?:[A-Z][a-z]+){1,4}(?!\\w)");

  /** A status after a word that announces one, before a word that belongs to one, or alone. */
  private static final Pattern STATUS =
      Pattern.compile(
          "(?:(?<![\\w-])(?:status(?:[ _]?code)?|http|code|(?<!connect )errors?|returns?|returned|returning|response)(?: is| was| of)?[ :=\"'`(]{1,3}|^[\\s\"'`]*)"
              + "([2-5][0-9]{2})(?=$|[\\s\"'`:,;)])"
              + "|(?<![\\w.])([45][0-9]{2})(?=[ `\"'(-]{1,3}(?:Bad|Unauth|Forb|Not |Serv|Gate|Intern|Pay|Entity|Too |Upgr|Request|Length|Method|Misdir"
              + "|Access |Denied|error|status|return code|response|code)|['’]?s\\b)"
              + "|(?<![\\w-])(?:gets?|got|gives?(?: me)?|receives?|received|with)[ ](?:an? |me )?[\"'`(]{0,2}([45][0-9]{2})(?=$|[\\s\"'`,;)])",
          Pattern.CASE_INSENSITIVE);

  private final FieldFacts fields;

  FlagFinder(FieldFacts fields) {
    this.fields = fields;
  }

  /** Reads flags, and the status before them, from one line. */
  void line(Decoded line, Reading reading) {
    String text = line.text();
    boolean found = statusAndFlags(line, text, reading);
    if (!found) {
      found =
          named(ALONE.matcher(text), line, reading)
              || named(BESIDE_WORD.matcher(text), line, reading)
              || named(IN_SENTENCE.matcher(text), line, reading);
    }
    Matcher names = LONG.matcher(text);
    while (names.find()) {
      if (fields.flags().shortName(names.group()).isPresent()) {
        fields.flags().read(line.slice(names.start(), names.end()), reading);
      }
    }
    status(line, text, reading);
  }

  private boolean statusAndFlags(Decoded line, String text, Reading reading) {
    Matcher matcher = STATUS_AND_FLAGS.matcher(text);
    while (matcher.find()) {
      if (allKnown(matcher.group(2))) {
        fields.field(RESPONSE_CODE, line.slice(matcher.start(1), matcher.end(1)), reading);
        reading.label(line.span(matcher.start(1), matcher.end(1)), "HTTP status");
        fields.flags().read(line.slice(matcher.start(2), matcher.end(2)), reading);
        return true;
      }
    }
    return false;
  }

  private boolean named(Matcher matcher, Decoded line, Reading reading) {
    while (matcher.find()) {
      int group = 1;
      while (group < matcher.groupCount() && matcher.group(group) == null) {
        group++;
      }
      if (allKnown(matcher.group(group))) {
        fields.flags().read(line.slice(matcher.start(group), matcher.end(group)), reading);
        return true;
      }
    }
    return false;
  }

  private void status(Decoded line, String text, Reading reading) {
    Matcher status = STATUS.matcher(text);
    if (!reading.facts().has(RESPONSE_CODE) && status.find()) {
      int group = status.group(1) != null ? 1 : status.group(2) != null ? 2 : 3;
      Span span = line.span(status.start(group), status.end(group));
      reading.facts().set(RESPONSE_CODE, status.group(group));
      reading.label(span, "HTTP status");
      if (status.group(group).charAt(0) >= '4') {
        reading.read(Kind.HTTP_RESPONSE, span);
      }
    }
  }

  private boolean allKnown(String flags) {
    for (String flag : flags.split("[ ]?,[ ]?")) {
      if (fields.flags().shortName(flag).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}

package dev.whyvoy.report;

import dev.whyvoy.report.Pseudonyms.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds, by their form, what should not leave the house: in any text, wherever it came from. */
final class Secrets {
  /** Headers whose values are nobody's business. */
  private static final String HEADERS =
      "(?:proxy-)?authorization|(?:set-)?cookie|x-forwarded-user|user-agent|x-(?:api-key|auth-[a-z]{1,16})";

  /** Words of names of parameters and fields whose values are nobody's business. */
  private static final String PARAMETERS =
      "(?:[a-z]{1,16}[_-]){0,3}(?:authorization|cookie|api[_-]?key|token|secret|password|passwd"
          + "|session(?:[_-]?id)?|jwt|credentials?|signature|user[_-]agent|user[_-]id)";

  private static final String VALUE =
      "(?<value>\\\\?\"[^\"\\n]{0,4096}+|'[^'\\n]{0,4096}+"
          + "|(?:(?:bearer|basic|digest|negotiate) )?+[^\\s,;&\"'}]{1,4096}+"
          + "(?:; ?[^\\s,;&\"'}]{1,4096}+)*+)";

  private static final String GROUP = "[0-9a-f]{1,4}";

  private static final Pattern FORMS =
      Pattern.compile(
          String.join(
              "|",
              "(?<jwt>eyJ[A-Za-z0-9_-]{6,}+\\.[A-Za-z0-9_-]*+(?:\\.[A-Za-z0-9_-]*+)?)",
              "(?<named>(?<![A-Za-z0-9])(?:(?:"
                  + HEADERS
                  + ")\\\\?[\"']?\\s{0,4}+[:=]\\s{0,4}+|(?:"
                  + PARAMETERS
                  + ")(?:\\\\?[\"']\\s{0,4}+[:=]\\s{0,4}+|=|:(?=[^\\s:])))"
                  + VALUE
                  + ")",
              "(?<scheme>(?<![A-Za-z0-9])(?:bearer|basic|digest|negotiate))"
                  + "(?<after>[ _]{1,2}+[A-Za-z0-9._~+/=-]{6,}+)",
              "(?<query>\\?(?=[^\\s\"'<>=]{0,512}=)[^\\s\"'<>)\\]}]++)",
              "(?<email>(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]{1,63}+"
                  + "(?:\\.[A-Za-z0-9-]{1,63}+)++)",
              "(?<uuid>(?<![0-9a-z])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-z]))",
              "(?<six>(?<![0-9a-z:.])(?:(?:"
                  + GROUP
                  + ":){7}"
                  + GROUP
                  + "|(?:"
                  + GROUP
                  + "(?::"
                  + GROUP
                  + "){0,6})?::(?:"
                  + GROUP
                  + ":){0,6}"
                  + "(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|"
                  + GROUP
                  + ")"
                  + "|"
                  + GROUP
                  + "(?::"
                  + GROUP
                  + "){0,6}::(?![0-9a-z:])"
                  + ")(?:%[a-z0-9]{1,15})?(?![0-9a-z:]))",
              "(?<four>(?<![0-9.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![0-9]|\\.[0-9]))",
              "(?<dashed>(?<![0-9a-z])ip-[0-9]{1,3}(?:-[0-9]{1,3}){3}(?![0-9-]))",
              "(?<key>(?<![A-Za-z0-9])(?:sk|pk|rk|ghp|gho|ghs|xox[abp]|akia|aiza)"
                  + "[-_A-Za-z0-9]{12,}+)",
              "(?<word>(?<![A-Za-z0-9_/+=-])[A-Za-z0-9_/+=-]{12,}+)"),
          Pattern.CASE_INSENSITIVE);

  /** Pages of Envoy's admin interface, whose queries we write ourselves. */
  private static final Pattern ADMIN =
      Pattern.compile(
          ".*/(?:logging|stats(?:/prometheus)?|clusters|config_dump|certs|runtime(?:_modify)?"
              + "|init_dump|listeners|healthcheck/[a-z]+|drain_listeners|server_info)");

  private Secrets() {}

  /** A piece of a text and the name that stands for it. */
  record Found(int from, int to, String name) {}

  /** All that is found between {@code from} and {@code to}, in order. */
  static List<Found> in(String text, int from, int to, Pseudonyms names) {
    List<Found> all = new ArrayList<>();
    Matcher matcher = FORMS.matcher(text).region(from, to);
    matcher.useTransparentBounds(true);
    while (matcher.find()) {
      add(text, matcher, names, all);
    }
    return all;
  }

  private static void add(String input, Matcher m, Pseudonyms names, List<Found> all) {
    String text = m.group();
    if (m.group("named") != null) {
      String quoted = m.group("value");
      int open = quoted.startsWith("\\") ? 2 : "\"'".indexOf(quoted.charAt(0)) < 0 ? 0 : 1;
      String value = quoted.substring(Math.min(open, quoted.length()));
      if (!value.isEmpty() && !value.equals("-") && !Pseudonyms.isOne(value)) {
        all.add(new Found(m.start("value") + open, m.end(), names.of(Kind.TOKEN, value)));
      }
    } else if (m.group("scheme") != null) {
      String value = m.group("after").substring(1);
      if (!Pseudonyms.isOne(value) && looksRandom(value, 6)) {
        all.add(new Found(m.start("after") + 1, m.end(), names.of(Kind.TOKEN, value)));
      }
    } else if (m.group("four") != null) {
      if (!isCommonAddress(text)) {
        all.add(new Found(m.start(), m.end(), names.of(Kind.IP, text)));
      }
    } else if (m.group("six") != null) {
      if (!text.equals("::1")) {
        boolean bracketed = m.start() > 0 && input.charAt(m.start() - 1) == '[';
        boolean closed = m.end() < input.length() && input.charAt(m.end()) == ']';
        int more = bracketed && closed ? 1 : 0;
        all.add(new Found(m.start() - more, m.end() + more, names.of(Kind.IP, text)));
      }
    } else if (m.group("query") != null) {
      if (!Pseudonyms.isOne(text.substring(1)) && !isAdmin(input, m.start())) {
        all.add(new Found(m.start(), m.end(), "?" + names.of(Kind.QUERY, text)));
      }
    } else if (m.group("word") != null) {
      words(m.start(), text, names, all);
    } else {
      all.add(new Found(m.start(), m.end(), names.of(kind(m), text)));
    }
  }

  private static boolean isAdmin(String text, int question) {
    String before = text.substring(Math.max(0, question - 40), question);
    return ADMIN.matcher(before).matches();
  }

  private static Kind kind(Matcher m) {
    return m.group("email") != null
        ? Kind.EMAIL
        : m.group("uuid") != null ? Kind.ID : m.group("dashed") != null ? Kind.IP : Kind.TOKEN;
  }

  /** Long words are ids if they are hexadecimal or numbers, tokens if they look random. */
  private static void words(int start, String run, Pseudonyms names, List<Found> all) {
    if (run.indexOf('/') < 0 && looksRandom(run, 24)) {
      all.add(new Found(start, start + run.length(), names.of(Kind.TOKEN, run)));
      return;
    }
    int at = 0;
    while (at < run.length()) {
      int end = at;
      while (end < run.length() && "/=+".indexOf(run.charAt(end)) < 0) {
        end++;
      }
      String word = run.substring(at, end);
      boolean commit = at >= 5 && run.startsWith("blob/", at - 5);
      if (!commit && isId(word)) {
        all.add(new Found(start + at, start + end, names.of(Kind.ID, word)));
      } else if (looksRandom(word, 24)) {
        all.add(new Found(start + at, start + end, names.of(Kind.TOKEN, word)));
      }
      at = end + 1;
    }
  }

  private static boolean isId(String word) {
    int digits = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      digits += digit ? 1 : 0;
      if (!digit && !(c >= 'a' && c <= 'f') && !(c >= 'A' && c <= 'F') && c != '-') {
        return false;
      }
    }
    return digits == word.length() ? digits >= 12 : word.length() >= 16 && digits >= 3;
  }

  private static boolean looksRandom(String word, int least) {
    int digits = 0;
    boolean upper = false;
    boolean lower = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      upper |= c >= 'A' && c <= 'Z';
      lower |= c >= 'a' && c <= 'z';
    }
    return word.length() >= least && (least < 12 || digits >= 3 && upper && lower);
  }

  /** Addresses that everybody has. */
  private static boolean isCommonAddress(String ip) {
    return ip.equals("127.0.0.1") || ip.equals("0.0.0.0");
  }
}

package dev.whyvoy.core.record;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads text records that follow no known format as a whole: damaged ones, and user formats that
 * keep Envoy's order. It looks for the status and the flags behind the request line, and takes what
 * is around them by the order that Envoy's and Istio's formats share.
 */
final class LooseReader {
  static final Set<String> FLAGS =
      Set.of(
          "LH", "UH", "UT", "LR", "UR", "UF", "UC", "UO", "NR", "DI", "FI", "RL", "UAEX", "RLSE",
          "DC", "URX", "SI", "IH", "DPE", "UMSDR", "RFCF", "NFCF", "DT", "UPE", "NC", "OM", "DF",
          "DO", "DR", "UDO");

  private static final long QUOTE = Bytes.pattern('"');
  private static final Field[] NUMBERS = {
    Field.BYTES_RECEIVED, Field.BYTES_SENT, Field.DURATION, Field.UPSTREAM_SERVICE_TIME
  };
  private static final Field[] QUOTED = {
    Field.X_FORWARDED_FOR, Field.USER_AGENT, Field.REQUEST_ID, Field.AUTHORITY, Field.UPSTREAM_HOST
  };
  private static final Field[] PLAIN = {
    Field.UPSTREAM_CLUSTER,
    Field.UPSTREAM_LOCAL_ADDRESS,
    Field.DOWNSTREAM_LOCAL_ADDRESS,
    Field.DOWNSTREAM_REMOTE_ADDRESS,
    Field.REQUESTED_SERVER_NAME,
    Field.ROUTE_NAME
  };

  private byte[] b = new byte[0];
  private int to;
  private int codeFrom;
  private int codeTo;
  private int flagsTo;

  /** Reads what can be read of the range; false, and nothing set, if it is no access record. */
  boolean read(byte[] bytes, int from, int end, AccessRecord record) {
    b = bytes;
    to = end;
    int close = anchor(from);
    if (close < 0) {
      return false;
    }
    requestLine(from, close, record);
    put(record, Field.RESPONSE_CODE, codeFrom, codeTo);
    put(record, Field.RESPONSE_FLAGS, codeTo + 1, flagsTo);
    rest(flagsTo, record);
    return true;
  }

  /** The quote that ends the request line; the start of the range if the line was cut behind it. */
  private int anchor(int from) {
    for (int quote = Bytes.find(b, from, to, QUOTE);
        quote >= 0;
        quote = Bytes.find(b, quote + 1, to, QUOTE)) {
      if (quote + 1 < to && b[quote + 1] == ' ' && codeAndFlags(quote + 2, true)) {
        return quote;
      }
    }
    return codeAndFlags(from, false) ? from : -1;
  }

  private boolean codeAndFlags(int at, boolean dashWillDo) {
    int end = at;
    while (end < to && Bytes.isDigit(b[end])) {
      end++;
    }
    boolean code = end - at == 3 && b[at] < '6' || end - at == 1 && b[at] == '0';
    if (!code || end == to || b[end] != ' ') {
      return false;
    }
    int stop = end + 1;
    while (stop < to && b[stop] != ' ') {
      stop++;
    }
    boolean dash = stop - end == 2 && b[end + 1] == '-';
    boolean counted = stop + 1 < to && Bytes.isDigit(b[stop + 1]);
    if (!(dash ? dashWillDo || counted : flags(end + 1, stop))) {
      return false;
    }
    codeFrom = at;
    codeTo = end;
    flagsTo = stop;
    return true;
  }

  private boolean flags(int from, int stop) {
    String text = new String(b, from, stop - from, StandardCharsets.ISO_8859_1);
    for (String flag : text.split(",", -1)) {
      if (!FLAGS.contains(flag)) {
        return false;
      }
    }
    return true;
  }

  private void requestLine(int from, int close, AccessRecord record) {
    int open = close - 1;
    while (open >= from && b[open] != '"') {
      open--;
    }
    int start = open + 1;
    int first = Bytes.find(b, start, close, Bytes.pattern(' '));
    int last = close - 1;
    while (last >= start && b[last] != ' ') {
      last--;
    }
    if (last >= start && (b[last + 1] == 'H' || b[last + 1] == '-')) {
      put(record, Field.PROTOCOL, last + 1, close);
      if (open >= from) {
        put(record, Field.METHOD, start, first);
      }
      put(record, Field.PATH, open >= from && first < last ? first + 1 : start, last);
    }
    int bracket = open >= from ? Bytes.find(b, from, open, Bytes.pattern('[')) : -1;
    int until = bracket < 0 ? -1 : Bytes.find(b, bracket, open, Bytes.pattern(']'));
    if (until > 0 && Bytes.isDigit(b[bracket + 1])) {
      put(record, Field.START_TIME, bracket + 1, until);
    }
  }

  /** The words behind the flags: details, numbers, quoted headers, names and addresses. */
  private void rest(int from, AccessRecord record) {
    int numbers = 0;
    int quoted = 0;
    int plain = 0;
    int details = 0;
    int reasonFrom = -1;
    int reasonTo = -1;
    int at = from;
    while (at < to) {
      if (b[at] == ' ') {
        at++;
        continue;
      }
      int value = valueOfPair(at);
      if (value >= 0) {
        at = pair(at, value, record);
        continue;
      }
      boolean quote = b[at] == '"';
      int start = quote ? at + 1 : at;
      int end = quote ? quoteEnd(start) : wordEnd(start);
      at = quote ? end + 1 : end;
      boolean number = !quote && TextMatcher.digits(b, start, end - start);
      if (number && numbers < NUMBERS.length && quoted == 0) {
        put(record, NUMBERS[numbers++], start, end);
      } else if (numbers == 0 && quote) {
        if (reasonFrom >= 0) {
          put(record, Field.ISTIO_POLICY_STATUS, reasonFrom, reasonTo);
        }
        reasonFrom = start;
        reasonTo = end;
      } else if (numbers == 0 && details < 2) {
        put(
            record,
            details == 0 ? Field.RESPONSE_CODE_DETAILS : Field.CONNECTION_TERMINATION_DETAILS,
            start,
            end);
        details++;
      } else if (quote && quoted < QUOTED.length) {
        put(record, QUOTED[quoted++], start, end);
      } else if (!quote && quoted > 0 && plain < PLAIN.length) {
        put(record, PLAIN[plain++], start, end);
      }
    }
    put(record, Field.UPSTREAM_TRANSPORT_FAILURE_REASON, reasonFrom, reasonTo);
  }

  /** Where the value of {@code key=value} starts that stands at {@code at}; -1 if none does. */
  private int valueOfPair(int at) {
    int end = at;
    while (end < to
        && (b[end] >= 'a' && b[end] <= 'z' || b[end] >= 'A' && b[end] <= 'Z' || b[end] == '_')) {
      end++;
    }
    return end > at && end < to && b[end] == '=' ? end + 1 : -1;
  }

  /** Takes a value whose key says what it is; one past it. */
  private int pair(int key, int value, AccessRecord record) {
    boolean quote = value < to && b[value] == '"';
    int start = quote ? value + 1 : value;
    int end = quote ? quoteEnd(start) : wordEnd(start);
    Field field =
        ColumnNames.field(new String(b, key, value - 1 - key, StandardCharsets.ISO_8859_1));
    if (field != null && !record.has(field)) {
      put(record, field, start, end);
    }
    return quote ? end + 1 : end;
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < to && b[end] != ' ') {
      end++;
    }
    return end;
  }

  private int quoteEnd(int from) {
    int end = from;
    while (end < to && !(b[end] == '"' && (end + 1 == to || b[end + 1] == ' '))) {
      end++;
    }
    return end;
  }

  private void put(AccessRecord record, Field field, int from, int end) {
    int stop = Math.min(end, to);
    if (from >= 0 && stop > from) {
      TextMatcher.put(record, field.ordinal(), b, from, stop);
    }
  }
}

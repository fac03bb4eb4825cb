package dev.whyvoy.core.record;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of Envoy's own log about one request, wrapped or not.
 *
 * <p>Its stream number does not tie it to an access record's {@code %STREAM_ID%}: the number is a
 * random one of {@code ConnectionManagerImpl::ActiveStream}, whereas the operator prints the
 * request id ({@code HttpStreamIdProviderImpl::toStringView}: {@code x-request-id}), or for TCP a
 * UUID of {@code TcpProxy::Filter}, whose connection has a number anyway.
 *
 * @param time in ms since 1970, UTC if it names no zone; or {@link AccessRecord#NO_TIME}
 * @param connection number of the downstream connection ({@code [C12]}), or -1
 * @param stream number of the stream in this Envoy ({@code [S345]}), or empty
 * @param details response code details of the local reply it tells of, or empty
 * @param reset reason of the upstream reset it tells of, or empty
 * @param transport transport failure reason of that reset, or empty
 */
public record LogLine(
    long time, long connection, String stream, String details, String reset, String transport) {
  /** Clocks are the same, but records are written when requests end; in ms. */
  private static final long NEAR = 1000;

  /** Nothing but the time tells, so that it must be nearly the same; in ms. */
  private static final long SAME = 100;

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z?");
  private static final Pattern CONNECTION =
      Pattern.compile("\\[C(\\d{1,18})]|ConnectionId\\W{1,5}(\\d{1,18})");
  private static final Pattern STREAM =
      Pattern.compile("\\[S(\\d{1,20})]|StreamId\\W{1,5}(\\d{1,20})");
  private static final Pattern REPLY =
      Pattern.compile("Sending local reply with details ([^\\s\"\\\\]{1,500})");
  private static final Pattern RESET =
      Pattern.compile(
          "upstream reset: reset reason: ([^,\\t\"\\\\]{1,100})"
              + "(?:, transport failure reason: ([^\\t\"\\\\]{0,300}))?");

  /** How it is known that a line is about a request. */
  public enum Tie {
    CONNECTION("by the number of the connection"),
    DETAILS("by its details and time"),
    TIME("by its time");

    private final String words;

    Tie(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** Reads a line that tells of a connection, a local reply or a reset; empty for all others. */
  public static Optional<LogLine> of(String line) {
    Matcher reply = REPLY.matcher(line);
    Matcher reset = RESET.matcher(line);
    boolean isReset = reset.find();
    LogLine read =
        new LogLine(
            time(line),
            Long.parseLong(group(CONNECTION.matcher(line), "-1")),
            group(STREAM.matcher(line), ""),
            reply.find() ? reply.group(1) : "",
            isReset ? reset.group(1).strip() : "",
            isReset && reset.group(2) != null ? reset.group(2).strip() : "");
    return read.connection < 0 && !read.tellsFailure() ? Optional.empty() : Optional.of(read);
  }

  private static long time(String line) {
    Matcher time = TIME.matcher(line);
    return time.find() ? AccessRecord.time(time.group()) : AccessRecord.NO_TIME;
  }

  private static String group(Matcher matcher, String otherwise) {
    if (!matcher.find()) {
      return otherwise;
    }
    return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
  }

  /** Whether it says why a request failed. */
  public boolean tellsFailure() {
    return !details.isEmpty() || !reset.isEmpty();
  }

  /**
   * How it is tied to a record; empty if it is about something else, as far as can be told.
   *
   * @param fields of a failing record, as logged
   * @param start of the record in ms since 1970, or {@link AccessRecord#NO_TIME}
   */
  public Optional<Tie> tie(Map<Field, String> fields, long start) {
    boolean timed = time != AccessRecord.NO_TIME && start != AccessRecord.NO_TIME;
    long end = start + number(fields, Field.DURATION, 0);
    if (timed && (time < start - NEAR || time > end + NEAR)) {
      return Optional.empty();
    }
    long its = number(fields, Field.CONNECTION_ID, -1);
    if (its >= 0 && connection >= 0) {
      return its == connection ? Optional.of(Tie.CONNECTION) : Optional.empty();
    }
    String logged = fields.getOrDefault(Field.RESPONSE_CODE_DETAILS, "-");
    if (!logged.equals("-")) {
      boolean same =
          !details.isEmpty() && logged.equals(details)
              || !reset.isEmpty() && logged.equals(resetDetails());
      return timed && same ? Optional.of(Tie.DETAILS) : Optional.empty();
    }
    return timed && tellsFailure() && Math.abs(time - end) <= SAME
        ? Optional.of(Tie.TIME)
        : Optional.empty();
  }

  private static long number(Map<Field, String> fields, Field field, long otherwise) {
    String text = fields.getOrDefault(field, "");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
  }

  /** What it says of a failure, in Envoy's words; or empty. */
  public String said() {
    if (!details.isEmpty()) {
      return "local reply with details " + details;
    }
    String why = transport.isEmpty() ? "" : ", transport failure reason: " + transport;
    return reset.isEmpty() ? "" : "upstream reset: " + reset + why;
  }

  /** The same, with connection and stream before it. */
  public String about() {
    String said = said();
    String where =
        (connection < 0 ? "" : "[C" + connection + "]")
            + (stream.isEmpty() ? "" : "[S" + stream + "]");
    return said.isEmpty() ? where : where.isEmpty() ? said : where + " " + said;
  }

  /** The details of the local reply that the failure brings about, as Envoy would log them. */
  public String asDetails() {
    return details.isEmpty() && !reset.isEmpty() ? resetDetails() : details;
  }

  private String resetDetails() {
    String both = transport.isEmpty() ? reset : reset + "|" + transport;
    return "upstream_reset_before_response_started{" + both.replace(' ', '_') + "}";
  }
}

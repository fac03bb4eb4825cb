package dev.whyvoy.core.record;

/** What the text of a field looks like; decides where it may end in a line of text. */
public enum FieldType {
  /** A time stamp. */
  TIME,
  /** A whole number; a dash when absent. */
  INTEGER,
  /** An HTTP status, or 0. */
  CODE,
  /** Short response flags joined by commas. */
  FLAGS,
  /** {@code HTTP/1.1} and the like. */
  PROTOCOL,
  /** A request method. */
  METHOD,
  /** Response code details: seldom with blanks. */
  DETAILS,
  /** Connection termination details: blanks are usual. */
  TERMINATION,
  /** An address: {@code 1.2.3.4:80}, {@code [::1]:80}, a path, {@code envoy://...}. */
  ADDRESS,
  /** A list of addresses, separated by commas and blanks. */
  ADDRESSES,
  /** A host name, perhaps with a port. */
  HOST,
  /** An id: no blanks, no quotes. */
  ID,
  /** A name: no blanks, as a rule. */
  NAME,
  /** Anything a client may write. */
  FREE
}

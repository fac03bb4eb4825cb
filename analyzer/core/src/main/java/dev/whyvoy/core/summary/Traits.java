package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;

/** Yes-or-no facts of a record that tell outcomes apart, and the size of a local reply's body. */
public final class Traits {
  /** The record is of a request, not of a connection. */
  public static final int HTTP = 1;

  /** An upstream host was chosen. */
  public static final int HOST_CHOSEN = 2;

  /** The upstream answered: its service time is known. */
  public static final int ANSWERED = 4;

  /** The client spoke gRPC. */
  public static final int GRPC = 8;

  /** Something went wrong. */
  public static final int FAILED = 16;

  private static final int BODY_SHIFT = 8;
  private static final long GRPC_WORD = Bytes.word(Bytes.padded("grpc-"), 0);
  private static final long FIVE_BYTES = 0xff_ffff_ffffL;

  /** Body sizes that say which text Envoy replied with, when details are not logged. */
  private static final boolean[] TELLING = new boolean[128];

  static {
    int[] sizes = {11, 14, 17, 19, 24, 57, 81, 84, 85, 87, 91, 95, 97, 98, 100};
    for (int size : sizes) {
      TELLING[size] = true;
    }
  }

  private Traits() {}

  static int of(AccessRecord record) {
    int traits = 0;
    if (record.has(Field.METHOD) || record.has(Field.PROTOCOL)) {
      traits |= HTTP;
    }
    if (record.has(Field.UPSTREAM_HOST)) {
      traits |= HOST_CHOSEN;
    }
    if (record.has(Field.UPSTREAM_SERVICE_TIME)) {
      traits |= ANSWERED;
    }
    if (record.has(Field.GRPC_STATUS)
        || record.length(Field.USER_AGENT) > 5
            && (Bytes.word(record.bytes(), record.from(Field.USER_AGENT)) & FIVE_BYTES)
                == GRPC_WORD) {
      traits |= GRPC;
    }
    if (!record.has(Field.RESPONSE_CODE_DETAILS) && record.has(Field.RESPONSE_FLAGS)) {
      long sent = record.number(Field.BYTES_SENT, 0);
      if (sent > 0 && sent < TELLING.length && TELLING[(int) sent]) {
        traits |= (int) sent << BODY_SHIFT;
      }
    }
    return traits;
  }

  /** Size of the body that tells which text Envoy replied with, or 0. */
  public static int bodySize(int traits) {
    return traits >> BODY_SHIFT;
  }
}

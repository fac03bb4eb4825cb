package dev.whyvoy.core.source;

import java.io.IOException;

/** The growing end of an input that is followed; never waits. */
interface Tail extends AutoCloseable {
  /** What {@link #read} returns when nothing more will ever come. */
  int OVER = -1;

  /** What {@link #read} returns when what follows has nothing to do with what came before. */
  int ANEW = -2;

  /**
   * Reads what has come since the last call.
   *
   * @return number of bytes, 0 if there is nothing now, or one of the codes
   */
  int read(byte[] bytes, int from, int length) throws IOException;

  @Override
  void close() throws IOException;
}

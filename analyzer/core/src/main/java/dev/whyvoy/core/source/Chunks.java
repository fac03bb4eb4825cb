package dev.whyvoy.core.source;

import java.io.IOException;

/** The lines of one input, block by block. */
interface Chunks extends AutoCloseable {
  /** Whether several workers may call {@link #next} at the same time. */
  boolean shared();

  /**
   * Fills {@code block} with the next lines; false at the end.
   *
   * @throws IOException if no more can be read; what was read before has been returned
   */
  boolean next(Block block) throws IOException;

  @Override
  void close() throws IOException;
}

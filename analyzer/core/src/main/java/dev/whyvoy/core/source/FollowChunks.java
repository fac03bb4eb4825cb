package dev.whyvoy.core.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Inputs that are followed: what they hold, and then what is written to them. A file that was moved
 * away is still read for a while beside the one that took its name.
 */
final class FollowChunks implements Chunks {
  /** How often files are looked at, in ms. */
  static final long POLL = 250;

  /** After how much silence an empty block is handed out, in ms. */
  private static final long TICK = 1000;

  /** How long a file that was moved away may be silent before it is closed, in ns. */
  private static final long PATIENCE = 5_000_000_000L;

  private final Limits limits;
  private final LongAdder read;
  private final Problems problems;
  private final List<TailLines> tails = new ArrayList<>();
  private final Map<TailLines, Named> named = new HashMap<>();
  private final Map<TailLines, Long> movedAt = new HashMap<>();
  private final Object bell = new Object();
  private int turn;
  private volatile boolean caughtUp;
  private volatile boolean stopped;

  FollowChunks(Limits limits, LongAdder read, Problems problems) {
    this.limits = limits;
    this.read = read;
    this.problems = problems;
  }

  /** A file, and where it was found. */
  private record Named(Path path, TailFile file) {}

  /** Takes what goes wrong with one of the inputs; the others are followed on. */
  interface Problems {
    void add(int input, IOException problem);
  }

  /** Follows one more input. */
  void add(Input input, int index) throws IOException {
    Path path = input.regularFile().orElse(null);
    if (path == null) {
      Tail tail = new TailStream(input.open(), this::ring);
      tails.add(new TailLines(new Utf16Tail(tail), index, limits, read));
    } else {
      open(path, index);
    }
  }

  private void open(Path path, int index) throws IOException {
    TailFile file = new TailFile(path);
    TailLines lines = new TailLines(new Utf16Tail(file), index, limits, read);
    tails.add(lines);
    named.put(lines, new Named(path, file));
  }

  private void ring() {
    synchronized (bell) {
      bell.notifyAll();
    }
  }

  /** Whether everything that was there has been handed out at least once. */
  boolean caughtUp() {
    return caughtUp;
  }

  /** Ends {@link #next} soon. */
  void stop() {
    stopped = true;
    ring();
  }

  @Override
  public boolean shared() {
    return false;
  }

  /** Fills {@code block} with lines as soon as there are any; empty after a second of silence. */
  @Override
  public boolean next(Block block) throws IOException {
    for (long silent = 0; silent < TICK; silent += POLL) {
      if (fill(block)) {
        return true;
      }
      caughtUp = true;
      if (tails.isEmpty() || stopped) {
        return false;
      }
      if (rotate()) {
        silent = 0;
        continue;
      }
      try {
        synchronized (bell) {
          bell.wait(POLL);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    block.from = 0;
    block.to = 0;
    block.input = tails.get(0).input();
    return true;
  }

  private boolean fill(Block block) throws IOException {
    for (int i = 0; i < tails.size(); i++) {
      TailLines lines = tails.get(Math.floorMod(turn++, tails.size()));
      if (fill(lines, block)) {
        movedAt.computeIfPresent(lines, (key, since) -> System.nanoTime());
        return true;
      }
    }
    for (TailLines lines : List.copyOf(tails)) {
      Long since = movedAt.get(lines);
      if (lines.over() || since != null && System.nanoTime() - since > PATIENCE) {
        drop(lines);
        if (lines.last(block)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean fill(TailLines lines, Block block) throws IOException {
    try {
      return lines.fill(block);
    } catch (IOException e) {
      problems.add(lines.input(), e);
      drop(lines);
      return false;
    }
  }

  private void drop(TailLines lines) throws IOException {
    tails.remove(lines);
    named.remove(lines);
    movedAt.remove(lines);
    lines.close();
  }

  /** Opens files that took the names of others; whether there are any. */
  private boolean rotate() {
    boolean any = false;
    for (TailLines lines : List.copyOf(tails)) {
      Named name = named.get(lines);
      if (name != null && name.file.isReplaced(name.path)) {
        try {
          open(name.path, lines.input());
        } catch (IOException e) {
          // It was moved away again; there will be another.
          continue;
        }
        named.remove(lines);
        movedAt.put(lines, System.nanoTime());
        any = true;
      }
    }
    return any;
  }

  @Override
  public void close() throws IOException {
    for (TailLines lines : tails) {
      lines.close();
    }
  }
}

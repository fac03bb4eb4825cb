package dev.whyvoy.core.source;

import dev.whyvoy.core.record.LineReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lines of several inputs, handed out in blocks to any number of workers.
 *
 * <p>Regular files are cut into chunks that workers read side by side. Everything else is read by
 * one worker at a time while the others work on what they have; of several compressed files, each
 * worker takes another one.
 */
public final class LineSource implements AutoCloseable {
  /** From how many bytes on a file is worth a search. */
  private static final long LARGE = 64 << 20;

  private final List<Input> inputs;
  private final Limits limits;
  private final boolean ordered;
  private final @Nullable FollowChunks followed;
  private final LongAdder read = new LongAdder();
  private final LongAdder passedOver = new LongAdder();
  private long since;
  private long large;
  private @Nullable Supplier<LineReader> sinceReaders;
  private final Map<Integer, String> shapes = new ConcurrentHashMap<>();
  private final Map<Integer, List<String>> columns = new ConcurrentHashMap<>();
  private final Map<String, TableLines> tables = new ConcurrentHashMap<>();
  private final List<ReadProblem> problems = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();
  private int opened;
  private long blocks;
  private volatile boolean stopped;

  /**
   * A source of the lines of {@code inputs}.
   *
   * @param ordered whether blocks come in the order of the lines, numbered
   */
  public LineSource(List<Input> inputs, Limits limits, boolean ordered) {
    this(inputs, limits, ordered, false);
  }

  private LineSource(List<Input> inputs, Limits limits, boolean ordered, boolean follow) {
    this.inputs = List.copyOf(inputs);
    this.limits = limits;
    this.ordered = ordered;
    this.followed = follow ? new FollowChunks(limits, read, this::problem) : null;
  }

  /**
   * A source that goes on with what is written to {@code inputs} once it has read them, across
   * rotation and truncation, until it is stopped; compressed files are read first, and once. Blocks
   * are numbered, come with the lines of one input, as soon as they are whole, and are empty when
   * nothing came for a second. {@link #next} ends early when its thread is interrupted.
   */
  public static LineSource following(List<Input> inputs, Limits limits) {
    return new LineSource(inputs, limits, true, true);
  }

  /**
   * Lets large files of which the lines are in order of time start at a time; what is before is
   * counted by {@link #passedOver}. To be called before all else.
   *
   * @param time first time that is wanted, in ms since 1970
   * @param readers read lines of the logs
   */
  public void since(long time, Supplier<LineReader> readers) {
    since(time, readers, LARGE);
  }

  void since(long time, Supplier<LineReader> readers, long largeFrom) {
    since = time;
    sinceReaders = readers;
    large = largeFrom;
  }

  /** Bytes that were not read because everything there is before the time wanted. */
  public long passedOver() {
    return passedOver.sum();
  }

  private long start(Path path) throws IOException {
    Supplier<LineReader> readers = sinceReaders;
    if (readers == null || Files.size(path) < large) {
      return 0;
    }
    try (SortedFile file = new SortedFile(path, readers.get())) {
      long start = file.start(since);
      passedOver.add(start);
      return start;
    }
  }

  /** Whether a source that follows has handed out everything that was there; may go back. */
  public boolean caughtUp() {
    return followed != null && followed.caughtUp();
  }

  /** Fills {@code block} with lines that no one else gets; false when there are no more. */
  public boolean next(Block block) {
    while (!stopped) {
      Open chosen = choose();
      if (chosen == null) {
        return false;
      }
      try {
        if (!chosen.finished && chosen.chunks.next(block)) {
          if (ordered) {
            block.number = blocks++;
          }
          return true;
        }
        finish(chosen);
      } catch (IOException e) {
        problem(chosen.name, e);
        finish(chosen);
      } finally {
        leave(chosen);
      }
    }
    return false;
  }

  /** An input to read from, locked unless it is shared; null when there is none left. */
  private @Nullable Open choose() {
    Open busy;
    synchronized (this) {
      for (Open each : open) {
        if (each.chunks.shared() || each.lock.tryLock()) {
          each.readers++;
          return each;
        }
      }
      boolean mayOpen = !ordered || open.isEmpty();
      while (mayOpen && opened < inputs.size()) {
        Open next = openNext();
        if (next != null) {
          return next;
        }
      }
      if (mayOpen && opened == inputs.size() && followed != null) {
        opened++;
        return entered(new Open("followed", followed));
      }
      if (open.isEmpty()) {
        return null;
      }
      busy = open.get(0);
      busy.readers++;
    }
    busy.lock.lock();
    return busy;
  }

  private @Nullable Open openNext() {
    int index = opened++;
    Input input = inputs.get(index);
    try {
      if (followed != null && !isCompressed(input)) {
        followed.add(input, index);
        return null;
      }
      return entered(new Open(input.name(), open(input, index)));
    } catch (IOException e) {
      problem(input.name(), e);
      return null;
    }
  }

  private Open entered(Open next) {
    next.readers++;
    open.add(next);
    if (!next.chunks.shared()) {
      next.lock.lock();
    }
    return next;
  }

  private static boolean isCompressed(Input input) throws IOException {
    Path path = input.regularFile().orElse(null);
    return path != null && compression(path) != Compression.NONE;
  }

  private Chunks open(Input input, int index) throws IOException {
    Path path = input.regularFile().orElse(null);
    if (path != null && !ordered && isPlain(path)) {
      FileChunks chunks = new FileChunks(path, index, limits, read);
      chunks.startAt(start(path));
      return chunks;
    }
    InputStream raw = new CountingStream(input.open(), read, path == null ? 0 : Files.size(path));
    InputStream buffered = path == null ? raw : new BufferedInputStream(raw, 1 << 16);
    InputStream lines = Shape.lines(Utf16.undo(Compression.undo(buffered)));
    shapes.put(index, Shape.words(lines));
    columns.put(index, columns(lines));
    if (lines instanceof TableLines table) {
      tables.put(input.name(), table);
    }
    return new StreamChunks(lines, index, limits, ordered);
  }

  /** Whether the lines of a file can be read from anywhere in it. */
  private static boolean isPlain(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] head = new byte[Shape.HEAD];
      int length = in.readNBytes(head, 0, head.length);
      return Compression.of(head, length) == Compression.NONE
          && !Utf16.starts(head, length)
          && Shape.of(head, length) == Shape.LINES;
    }
  }

  private static Compression compression(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] head = new byte[Compression.HEAD];
      return Compression.of(head, in.readNBytes(head, 0, head.length));
    }
  }

  /** Hands out no more of an input; others may still be reading from it. */
  private synchronized void finish(Open done) {
    done.finished = true;
    open.remove(done);
  }

  private synchronized void leave(Open left) {
    if (left.lock.isHeldByCurrentThread()) {
      left.lock.unlock();
    }
    if (--left.readers == 0 && left.finished) {
      closeQuietly(left);
    }
  }

  private void problem(int input, IOException e) {
    problem(inputs.get(input).name(), e);
  }

  private synchronized void problem(String input, IOException e) {
    if (stopped) {
      return;
    }
    problems.add(ReadProblem.of(input, e));
  }

  /** What an input is as a whole, in words; empty for plain lines and what was not opened yet. */
  public String shape(int input) {
    return shapes.getOrDefault(input, "");
  }

  /**
   * The columns of the table that an input is, in order; its lines are {@link TableRow}s. None if
   * it is no table, or was not opened yet.
   */
  public List<String> columns(int input) {
    return columns.getOrDefault(input, List.of());
  }

  /** The same, for a file that is not being read; none for others. */
  public static List<String> columns(Input input) throws IOException {
    Path path = input.regularFile().orElse(null);
    if (path == null) {
      return List.of();
    }
    try (InputStream in = new BufferedInputStream(input.open(), 1 << 16)) {
      return columns(Shape.lines(Compression.undo(in)));
    }
  }

  private static List<String> columns(InputStream lines) {
    return lines instanceof TableLines table ? table.columns() : List.of();
  }

  /** Bytes read so far, before decompression. */
  public long bytesRead() {
    return read.sum();
  }

  /** Inputs that could not be read to their end, so far. */
  public synchronized List<ReadProblem> problems() {
    return List.copyOf(problems);
  }

  /** What is to be said about inputs that were read to their end; to be asked once all are. */
  public List<ReadProblem> notes() {
    List<ReadProblem> notes = new ArrayList<>();
    tables.forEach(
        (input, table) -> {
          long open = table.openQuotes();
          if (open > 0) {
            notes.add(
                new ReadProblem(
                    input,
                    open
                        + (open == 1 ? " row has a quote" : " rows have a quote")
                        + " that does not end; such a row ends with its line"));
          }
        });
    return notes;
  }

  /** Lets {@link #next} find nothing more. */
  public void stop() {
    stopped = true;
    if (followed != null) {
      followed.stop();
    }
  }

  @Override
  public synchronized void close() {
    open.forEach(this::closeQuietly);
    open.clear();
  }

  private void closeQuietly(Open done) {
    try {
      done.chunks.close();
    } catch (IOException e) {
      problem(done.name, e);
    }
  }

  /** An input being read. */
  private static final class Open {
    private final String name;
    private final Chunks chunks;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean finished;
    private int readers;

    Open(String name, Chunks chunks) {
      this.name = name;
      this.chunks = chunks;
    }
  }
}

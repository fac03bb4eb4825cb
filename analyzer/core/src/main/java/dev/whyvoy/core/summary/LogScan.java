package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.source.Block;
import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.source.Limits;
import dev.whyvoy.core.source.LineSource;
import dev.whyvoy.core.source.ReadProblem;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Reads logs from end to end, on all processors. */
public final class LogScan {
  private final Options options;
  private final LineSource source;
  private final Set<Thread> working = ConcurrentHashMap.newKeySet();

  /** A scan of {@code options}' inputs; to be used once. */
  public LogScan(Options options) {
    this.options = options;
    this.source = new LineSource(options.inputs(), options.limits(), false);
    if (options.filter().since() != Long.MIN_VALUE) {
      source.since(options.filter().since(), options::reader);
    }
  }

  /** Bytes of large sorted files that were not read, all of it before the time wanted. */
  public long passedOver() {
    return source.passedOver();
  }

  /** What is to be said about inputs beside their problems, once they are read. */
  public List<ReadProblem> notes() {
    return source.notes();
  }

  /**
   * What to read, and how.
   *
   * @param inputs read side by side where possible
   * @param formats Envoy format strings that text lines follow; empty to detect
   * @param filter which records count
   * @param by fields that records are grouped by in addition
   * @param threads workers, at least 1
   * @param limits sizes of what is in memory at once
   */
  public record Options(
      List<Input> inputs,
      List<String> formats,
      Filter filter,
      List<Field> by,
      int threads,
      Limits limits) {
    public Options {
      inputs = List.copyOf(inputs);
      formats = List.copyOf(formats);
      by = List.copyOf(by);
      if (threads < 1) {
        throw new IllegalArgumentException("threads: " + threads + "; at least 1");
      }
    }

    /** All of {@code inputs}, every record, on all processors. */
    public static Options of(List<Input> inputs) {
      return new Options(
          inputs,
          List.of(),
          Filter.ALL,
          List.of(),
          Runtime.getRuntime().availableProcessors(),
          Limits.USUAL);
    }

    LineReader reader() {
      return formats.isEmpty() ? new LineReader() : LineReader.of(formats);
    }

    /** Bytes of all inputs on disk; empty if one of them has no size. */
    public Optional<Long> size() {
      long sum = 0;
      for (Input input : inputs) {
        Optional<Long> size = input.size();
        if (size.isEmpty()) {
          return size;
        }
        sum += size.get();
      }
      return Optional.of(sum);
    }
  }

  /**
   * What a scan found.
   *
   * @param problems inputs that could not be read to their end
   * @param bytes read, before decompression
   */
  public record Result(Summary summary, List<ReadProblem> problems, long bytes) {}

  /** Bytes read so far, before decompression; may be asked from any thread. */
  public long bytesRead() {
    return source.bytesRead();
  }

  /** Ends the scan early; what was read until then is returned. May be called from any thread. */
  public void stop() {
    source.stop();
    // One of them may wait for input that never comes.
    working.forEach(Thread::interrupt);
  }

  /** Reads everything. */
  public Result summarize() {
    Tables tables = new Tables(options.by(), options.threads());
    Callable<Void> task = () -> work(tables);
    ExecutorService workers = Executors.newFixedThreadPool(options.threads());
    try (source) {
      for (Future<Void> done : workers.invokeAll(Collections.nCopies(options.threads(), task))) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
    return new Result(tables.all(), source.problems(), source.bytesRead());
  }

  private @Nullable Void work(Tables tables) {
    LineReader reader = options.reader();
    Recorder recorder = recorder(tables, reader);
    Block block = new Block();
    working.add(Thread.currentThread());
    try {
      while (source.next(block)) {
        recorder.add(block.bytes(), block.from(), block.to());
        if (tables.isLarge(recorder.summary())) {
          tables.handIn(recorder.summary());
          recorder = recorder(tables, reader);
        }
      }
    } finally {
      working.remove(Thread.currentThread());
    }
    tables.handIn(recorder.summary());
    return null;
  }

  private Recorder recorder(Tables tables, LineReader reader) {
    return new Recorder(tables.open(), reader, options.filter(), options.limits().line());
  }
}

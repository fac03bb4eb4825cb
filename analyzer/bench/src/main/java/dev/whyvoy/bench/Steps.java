package dev.whyvoy.bench;

import dev.whyvoy.core.diagnose.Diagnoser;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.explain.RecordFacts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.summary.LogScan;
import dev.whyvoy.core.summary.Recorder;
import dev.whyvoy.core.summary.Summary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What each step on a line's way takes; those of lines are for all {@link #LINES} of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Steps {
  /** Lines of the log. */
  private static final int LINES = 10_000;

  private static final Map<String, String> RECORD =
      Map.of(
          "response_code", "503",
          "response_flags", "UF,URX",
          "response_code_details", "upstream_reset_before_response_started{connection_failure}",
          "upstream_host", "192.0.2.7:8080",
          "upstream_cluster", "outbound|80||shop.demo.svc.cluster.local",
          "duration_ms", "34");

  @Param({"istio-text", "istio-json"})
  private String format = "istio-text";

  private byte[] log = new byte[0];
  private int end;
  private final LineReader reader = new LineReader();
  private final Recorder known = new Recorder(LogScan.Options.of(List.of()));
  private Summary other = new Summary(List.of());
  private final Knowledge knowledge = Knowledge.load();
  private final RecordFacts facts = new RecordFacts(knowledge);
  private final Diagnoser diagnoser = new Diagnoser(knowledge, EnvoyVersion.RELEASED);

  /** Makes the log, and a summary of it. */
  @Setup
  public void prepare() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new LogGenerator(new Traffic(7, false), LineWriter.named(format)).write(out, LINES * 1000L);
    byte[] all = out.toByteArray();
    for (int line = 0; line < LINES; line++) {
      end = Bytes.newline(all, end, all.length) + 1;
    }
    log = Arrays.copyOf(all, end + Bytes.PADDING);
    known.add(log, 0, end);
    other = scan(end / 2);
  }

  private Summary scan(int length) {
    Input input = Input.stream("log", new ByteArrayInputStream(log, 0, length));
    return new LogScan(LogScan.Options.of(List.of(input))).summarize().summary();
  }

  /** Finding the ends of lines. */
  @Benchmark
  public int ends() {
    return Bytes.countNewlines(log, 0, end);
  }

  /** That, and slicing the fields out of the lines. */
  @Benchmark
  public int slicing() {
    int records = 0;
    for (int at = 0; at < end; ) {
      int to = Bytes.newline(log, at, end);
      records += reader.read(log, at, to) == LineKind.ACCESS ? 1 : 0;
      at = to + 1;
    }
    return records;
  }

  /** That, and looking their signatures up and counting, with all signatures known. */
  @Benchmark
  public Summary counting() {
    known.add(log, 0, end);
    return known.summary();
  }

  /** Reading the texts of one record: flags and details, by their grammars. */
  @Benchmark
  public Object parsing() {
    return facts.of(RECORD);
  }

  /** That, and diagnosing it with causes. */
  @Benchmark
  public List<Finding> diagnosing() {
    return diagnoser.diagnose(facts.of(RECORD));
  }

  /** Merging the summary of half the log into an empty one. */
  @Benchmark
  public Summary merging() {
    Summary empty = new Summary(List.of());
    empty.merge(other);
    return empty;
  }
}

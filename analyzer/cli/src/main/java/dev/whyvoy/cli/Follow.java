package dev.whyvoy.cli;

import dev.whyvoy.core.source.Block;
import dev.whyvoy.core.source.LineSource;
import dev.whyvoy.core.summary.LogScan;
import dev.whyvoy.core.summary.Recorder;
import dev.whyvoy.core.summary.Summary;
import dev.whyvoy.report.Live;
import dev.whyvoy.report.Page;
import dev.whyvoy.report.Redaction;
import dev.whyvoy.report.SummaryView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads logs as they grow, until it is told to end: on a terminal with a small live screen,
 * elsewhere with a line for each change.
 */
final class Follow {
  private static final long EVERY_NANOS = 500_000_000L;

  private final LogScan.Options options;
  private final Terminal terminal;
  private final Function<Summary, SummaryView> diagnosed;
  private final Optional<Redaction> redaction;
  private final LiveScreen screen;
  private final boolean onScreen;
  private final Live live = new Live();
  private final Recorder recorder;

  Follow(
      LogScan.Options options,
      Terminal terminal,
      Page page,
      Optional<Redaction> redaction,
      Function<Summary, SummaryView> diagnosed) {
    this.options = options;
    this.terminal = terminal;
    this.redaction = redaction;
    this.diagnosed = diagnosed;
    this.screen = new LiveScreen(terminal, page);
    this.onScreen = terminal.outIsTerminal() && terminal.redraws();
    this.recorder = new Recorder(options);
  }

  /** Returns all that was read when the program is told to end, or when there is no more. */
  SummaryView run() throws IOException {
    try (LineSource source = LineSource.following(options.inputs(), options.limits())) {
      Thread self = Thread.currentThread();
      terminal
          .interruption()
          .onRequest(
              () -> {
                source.stop();
                self.interrupt();
              });
      Block block = new Block();
      long shown = System.nanoTime() - EVERY_NANOS;
      while (source.next(block)) {
        recorder.add(block.bytes(), block.from(), block.to());
        if (System.nanoTime() - shown >= EVERY_NANOS) {
          show(source.caughtUp());
          shown = System.nanoTime();
        }
      }
      // What is written now is the last that is said.
      boolean wasInterrupted = Thread.interrupted();
      if (!wasInterrupted) {
        show(true);
      }
      source
          .problems()
          .forEach(problem -> terminal.complain(problem.input() + ": " + problem.message()));
    }
    if (onScreen) {
      screen.clear();
    }
    return diagnosed.apply(recorder.summary());
  }

  private void show(boolean caughtUp) throws IOException {
    SummaryView view = diagnosed.apply(recorder.summary());
    redaction.ifPresent(hiding -> hiding.learn(view));
    List<String> events = live.update(view, System.currentTimeMillis(), caughtUp);
    if (onScreen) {
      screen.draw(live);
    } else {
      for (String event : events) {
        terminal.write(screen.safe(event) + "\n");
      }
    }
  }
}

package dev.whyvoy.cli;

import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.summary.Filter;
import dev.whyvoy.core.summary.LogScan;
import dev.whyvoy.report.SummaryView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What {@code --compare} names: other logs, or another time in the same logs. */
sealed interface Baseline {
  /** Logs of before. */
  record Logs(List<String> files) implements Baseline {}

  /**
   * A window of time in the same logs, in ms since 1970.
   *
   * @param until first time that is behind it
   */
  record Window(long since, long until) implements Baseline {}

  /** The window as long as the one looked at, and right before it. */
  record Previous() implements Baseline {}

  /** The same window, so much earlier. */
  record Earlier(Duration by) implements Baseline {}

  static OptionSpec option() {
    return Options.values(
        "--compare",
        "FILE|WINDOW",
        "what is new, worse, better or gone since then:",
        "logs of before; or a window in the same logs, as",
        "2026-03-04T09:00/09:05, previous (as long, just",
        "before --since) or 1d (earlier)");
  }

  /** What the option names. */
  static Baseline parse(ParseResult arguments) {
    List<String> names = arguments.matchedOptionValue("--compare", List.of());
    String first = names.get(0);
    if (names.stream().allMatch(name -> Files.exists(Path.of(name)))) {
      return new Logs(names);
    }
    if (names.size() > 1) {
      String missing = names.stream().filter(n -> !Files.exists(Path.of(n))).toList().get(0);
      throw new UsageException("--compare " + missing + ": no such file");
    }
    if (first.equals("previous") || first.matches("[0-9]{1,6}[smhd]")) {
      if (arguments.matchedOptionValue("--since", "").isEmpty()) {
        throw new UsageException(
            "--compare " + first + ": --since is missing: which time is to be compared?");
      }
      return first.equals("previous") ? new Previous() : new Earlier(PointInTime.length(first));
    }
    return window(first);
  }

  private static Window window(String text) {
    int slash = text.indexOf('/');
    if (slash < 1) {
      throw new UsageException(
          "--compare "
              + text
              + ": no such file, and no window of time; write 2026-03-04T09:00/09:05, previous or"
              + " 1d");
    }
    String from = text.substring(0, slash);
    String to = text.substring(slash + 1);
    long since = PointInTime.parse("--compare", from);
    boolean timeOnly = to.matches("[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:?[0-9]{2})?");
    String day = from.length() >= 10 ? from.substring(0, 10) : from;
    String zone = from.replaceFirst("^.{10}[^Z+-]*", "");
    boolean zoned = !to.matches("[0-9:]*");
    long until =
        PointInTime.parse(
            "--compare", timeOnly ? day + "T" + to + (zoned || zone.isEmpty() ? "" : zone) : to);
    if (until <= since) {
      throw new UsageException("--compare " + text + ": ends before it starts");
    }
    return new Window(since, until);
  }

  /** The scan to compare, which starts where a window of before ends. */
  default LogScan.Options after(LogScan.Options asked) {
    if (this instanceof Logs) {
      return asked;
    }
    if (asked.inputs().stream().anyMatch(input -> input.name().equals("-"))) {
      throw new UsageException(
          "--compare: standard input can be read only once; put the log into a file first");
    }
    Filter filter = asked.filter();
    return this instanceof Window window && filter.since() == Long.MIN_VALUE
        ? with(asked, asked.inputs(), new Filter(window.until(), filter.until(), filter.where()))
        : asked;
  }

  /** The scan to compare with. */
  default LogScan.Options before(LogScan.Options asked, SummaryView after, List<Input> ofLogs) {
    Filter filter = asked.filter();
    long since = filter.since();
    long until = filter.until() == Long.MAX_VALUE ? after.last().orElse(since) + 1 : filter.until();
    if (this instanceof Logs) {
      return with(asked, ofLogs, new Filter(Long.MIN_VALUE, Long.MAX_VALUE, filter.where()));
    }
    Window window =
        this instanceof Window fixed
            ? fixed
            : this instanceof Earlier earlier
                ? new Window(since - earlier.by().toMillis(), until - earlier.by().toMillis())
                : new Window(since - (until - since), since);
    return with(asked, asked.inputs(), new Filter(window.since(), window.until(), filter.where()));
  }

  private static LogScan.Options with(LogScan.Options as, List<Input> inputs, Filter filter) {
    return new LogScan.Options(inputs, as.formats(), filter, as.by(), as.threads(), as.limits());
  }
}

package dev.whyvoy.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every command, in the order of the help. */
final class Commands {
  /** What is done when no command is named. */
  static final Entry SUMMARY =
      new Entry("summary", "one screen about logs: what failed and why", SummaryCommand::new);

  static final List<Entry> ALL =
      List.of(
          new Entry("explain", "explain one message, log line or response", ExplainCommand::new),
          SUMMARY,
          new Entry("annotate", "every record with its diagnosis", AnnotateCommand::new),
          new Entry("report", "the full report as a file: CSV, JSON", ReportCommand::new),
          new Entry("catalog", "list, show and search what whyvoy knows", CatalogCommand::new),
          new Entry("formats", "list the known log formats, or check one", FormatsCommand::new),
          new Entry("knowledge", "check knowledge files of your own", KnowledgeCommand::new));

  private Commands() {}

  /**
   * A command that has not been made yet: only the one that runs is.
   *
   * @param line what it does, for the list of commands
   */
  record Entry(String name, String line, Supplier<Command> command) {}

  static Optional<Entry> named(String name) {
    return ALL.stream().filter(entry -> entry.name.equals(name)).findFirst();
  }

  static List<String> names() {
    return ALL.stream().map(Entry::name).toList();
  }
}

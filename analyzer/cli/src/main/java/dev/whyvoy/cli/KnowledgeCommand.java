package dev.whyvoy.cli;

import dev.whyvoy.core.knowledge.InvalidKnowledge;
import dev.whyvoy.core.knowledge.Knowledge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Checks knowledge of one's own. */
final class KnowledgeCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "knowledge",
            "Checks a folder of knowledge files of your own, laid over what comes with whyvoy:",
            "every field and reference, and every example and counterexample. Exit code 1 if",
            "anything is wrong.");
    spec.usageMessage()
        .customSynopsis("whyvoy knowledge check [OPTION...] DIR")
        .footer("  whyvoy knowledge check ./our-diagnoses");
    spec.addPositional(Options.words("check DIR", "the folder, with diagnoses/*.yaml and so on"));
    return Options.common(spec);
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws IOException {
    List<String> words = Options.words(arguments);
    if (words.size() != 2 || !words.get(0).equals("check")) {
      throw new UsageException("expected: whyvoy knowledge check DIR");
    }
    Path folder = Path.of(words.get(1));
    if (!Files.isDirectory(folder)) {
      throw new UsageException(folder + ": not a folder");
    }
    List<String> problems = problems(folder);
    problems.forEach(problem -> terminal.complain(folder + "/" + problem));
    if (!problems.isEmpty()) {
      return ExitCode.CONDITION_MET;
    }
    terminal.write("no problems found\n");
    return ExitCode.DONE;
  }

  private static List<String> problems(Path folder) throws IOException {
    try {
      Knowledge all = Knowledge.load(folder);
      return new Examples(Knowledge.load(), all).failures();
    } catch (InvalidKnowledge e) {
      return e.problems().stream().map(String::valueOf).toList();
    } catch (UncheckedIOException e) {
      throw new IOException(folder + ": " + e.getMessage(), e);
    }
  }
}

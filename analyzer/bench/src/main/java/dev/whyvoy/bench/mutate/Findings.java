package dev.whyvoy.bench.mutate;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What went wrong, the first input of each kind kept in a folder. */
final class Findings {
  private static final int MOST_KINDS = 50;

  private final Path folder;
  private final Map<String, Integer> kinds = new LinkedHashMap<>();
  private long exceptions;
  private long broken;
  private long slow;

  Findings(Path folder) {
    this.folder = folder;
  }

  /** An input made the target throw. */
  void thrown(byte[] input, Throwable problem) throws IOException {
    if (problem instanceof AssertionError) {
      broken++;
    } else {
      exceptions++;
    }
    StringBuilder kind = new StringBuilder(problem.getClass().getSimpleName());
    StackTraceElement[] stack = problem.getStackTrace();
    int own = 0;
    for (int i = 0; i < stack.length && own < 3; i++) {
      if (stack[i].getClassName().startsWith("dev.whyvoy")) {
        kind.append(' ')
            .append(stack[i].getFileName())
            .append(':')
            .append(stack[i].getLineNumber());
        own++;
      }
    }
    StringWriter text = new StringWriter();
    problem.printStackTrace(new PrintWriter(text, true));
    keep(kind.toString(), input, text.toString());
  }

  /** An input took longer than it may. */
  void slow(byte[] input, long millis) throws IOException {
    slow++;
    keep("slow", input, millis + " ms of processor time\n");
  }

  private void keep(String kind, byte[] input, String text) throws IOException {
    int number = kinds.size();
    if (kinds.merge(kind, 1, Integer::sum) > 1 || number >= MOST_KINDS) {
      return;
    }
    Files.createDirectories(folder);
    String name = (kind.startsWith("slow") ? "slow-" : "found-") + number;
    Files.write(folder.resolve(name), input);
    Files.write(folder.resolve(name + ".txt"), text.getBytes(StandardCharsets.UTF_8));
  }

  boolean any() {
    return !kinds.isEmpty();
  }

  @Override
  public String toString() {
    if (!any()) {
      return "nothing found";
    }
    return String.format(
        "%,d exceptions, %,d broken properties, %,d over 1 s, of %d kinds: %s; see %s",
        exceptions, broken, slow, kinds.size(), kinds, folder);
  }
}

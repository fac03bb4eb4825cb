package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with any arguments and any input: it explains or complains, and ends. */
class CliFuzzTest {
  /** What would write files, wait for more, or read what lies around. */
  private static final Pattern UNWANTED = Pattern.compile("-[^-]*o.*|--follow.*|-|.*[/*?\\[~].*");

  private static final List<Integer> CODES =
      List.of(
          ExitCode.DONE, ExitCode.CONDITION_MET, ExitCode.WRONG_USAGE, ExitCode.INPUT_UNREADABLE);

  @TempDir static Path folder;

  /** Words, a line each, up to a NUL; what is behind it is pasted, or stands in a log. */
  @FuzzTest
  void arguments(byte[] bytes) throws IOException {
    int nul = 0;
    while (nul < bytes.length && bytes[nul] != 0) {
      nul++;
    }
    String head = new String(bytes, 0, nul, StandardCharsets.UTF_8);
    byte[] input = Arrays.copyOfRange(bytes, Math.min(nul + 1, bytes.length), bytes.length);
    List<String> words = new ArrayList<>();
    boolean explain = head.equals("explain") || head.startsWith("explain\n");
    for (String word : head.split("\n")) {
      if (explain && !UNWANTED.matcher(word).matches() || isHarmless(word)) {
        words.add(word);
      }
    }
    if (!explain) {
      words.add(Files.write(folder.resolve("x.log"), input).toString());
    }
    run(words, input, explain);
  }

  private static boolean isHarmless(String word) {
    try {
      return !UNWANTED.matcher(word).matches() && (word.isEmpty() || !Files.exists(Path.of(word)));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static void run(List<String> words, byte[] input, boolean explain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            !explain,
            false,
            false,
            80,
            24,
            true,
            Map.of(),
            new Interruption());
    int code = new Whyvoy(terminal).run(words.toArray(new String[0]));
    String complaint = err.toString(StandardCharsets.UTF_8);
    assertThat(code).as(complaint).isIn(CODES);
    assertThat(complaint.chars().filter(c -> c < ' ' && c != '\n')).as(complaint).isEmpty();
    assertThat(code == ExitCode.WRONG_USAGE && complaint.isEmpty()).isFalse();
    if (explain && words.stream().noneMatch("always"::equals)) {
      String text = out.toString(StandardCharsets.UTF_8);
      assertThat(text.chars().filter(c -> c < ' ' && c != '\n')).as(text).isEmpty();
    }
  }
}

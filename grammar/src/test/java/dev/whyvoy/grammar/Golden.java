package dev.whyvoy.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Golden trees. A file holds blocks separated by an empty line: first the input behind {@code > },
 * then its tree. {@code -Dgolden.rewrite=true} writes the trees anew from the inputs in the file.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /** Compares the trees in {@code golden/NAME.txt} with what {@code reader} makes of the inputs. */
  public static void check(String name, Function<String, ?> reader) {
    Path file = FOLDER.resolve(name + ".txt");
    String expected = read(file);
    String actual = rendered(inputsOf(expected), reader);
    if (Boolean.getBoolean("golden.rewrite")) {
      write(file, actual);
      return;
    }
    assertThat(actual).isEqualTo(expected);
  }

  /** The inputs of {@code golden/NAME.txt}: messages as Envoy writes them and people paste them. */
  public static List<String> inputs(String name) {
    return inputsOf(read(FOLDER.resolve(name + ".txt")));
  }

  private static List<String> inputsOf(String golden) {
    List<String> inputs = new ArrayList<>();
    for (String line : golden.split("\n", -1)) {
      if (line.startsWith("> ")) {
        inputs.add(line.substring(2));
      }
    }
    assertThat(inputs).isNotEmpty();
    return inputs;
  }

  private static String rendered(List<String> inputs, Function<String, ?> reader) {
    StringBuilder out = new StringBuilder();
    for (String input : inputs) {
      out.append(out.isEmpty() ? "" : "\n").append("> ").append(input).append('\n');
      out.append(TreeDump.dump(reader.apply(input)));
    }
    return out.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

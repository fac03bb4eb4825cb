package dev.whyvoy.core.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * An input that could not be read to its end.
 *
 * @param input its name
 * @param message what went wrong
 */
public record ReadProblem(String input, String message) {
  /** What an error of reading means, in words that do not repeat the name. */
  static ReadProblem of(String input, IOException error) {
    return new ReadProblem(input, words(error));
  }

  private static String words(IOException error) {
    if (error instanceof NoSuchFileException) {
      return "no such file";
    }
    if (error instanceof AccessDeniedException) {
      return "permission denied";
    }
    String message =
        error instanceof FileSystemException file ? file.getReason() : error.getMessage();
    return message == null ? error.getClass().getSimpleName() : message;
  }
}

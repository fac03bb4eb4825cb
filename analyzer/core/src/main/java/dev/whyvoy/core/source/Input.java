package dev.whyvoy.core.source;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that holds log lines. */
public final class Input {
  private final String name;
  private final @Nullable Path path;
  private final @Nullable InputStream stream;

  private Input(String name, @Nullable Path path, @Nullable InputStream stream) {
    this.name = name;
    this.path = path;
    this.stream = stream;
  }

  /** A file; regular ones are read in parallel. */
  public static Input file(Path path) {
    return new Input(path.toString(), path, null);
  }

  /**
   * A stream, read once from where it is.
   *
   * @param name what to call it to people, such as {@code -}
   */
  public static Input stream(String name, InputStream stream) {
    return new Input(name, null, stream);
  }

  /** Standard input, called {@code -}. */
  public static Input standardInput() {
    FileChannel channel = new FileInputStream(FileDescriptor.in).getChannel();
    return stream("-", Channels.newInputStream(channel));
  }

  /** What people call it: the name of the file, or a dash for standard input. */
  public String name() {
    return name;
  }

  /** Size on disk in bytes; empty for streams, and for files that have none. */
  public Optional<Long> size() {
    try {
      return path != null && Files.isRegularFile(path)
          ? Optional.of(Files.size(path))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The file, if it is a regular one and can be read anywhere. */
  Optional<Path> regularFile() {
    return path != null && Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
  }

  InputStream open() throws IOException {
    if (stream != null) {
      return stream;
    }
    // A stream of Files could not be interrupted while it waits for a pipe.
    return Channels.newInputStream(
        FileChannel.open(Objects.requireNonNull(path), StandardOpenOption.READ));
  }
}

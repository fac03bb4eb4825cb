package dev.whyvoy.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears only when it is whole. */
final class OutputFile implements Closeable {
  private final Path target;
  private final Path temporary;
  private final OutputStream stream;
  private boolean kept;

  private OutputFile(Path target, Path temporary) throws IOException {
    this.target = target;
    this.temporary = temporary;
    this.stream = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16);
  }

  /**
   * Begins a file.
   *
   * @throws UsageException if nothing can be written there
   */
  static OutputFile create(Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new UsageException(target + ": is a folder, not a file");
    }
    Path name = target.getFileName();
    try {
      String part = "." + name + "." + ProcessHandle.current().pid() + ".part";
      return new OutputFile(target, folder.resolve(part));
    } catch (NoSuchFileException e) {
      throw new UsageException(target + ": there is no folder " + folder);
    } catch (IOException e) {
      throw new UsageException(target + ": cannot write to the folder " + folder);
    }
  }

  OutputStream stream() {
    return stream;
  }

  /** Puts the finished file in its place. */
  void keep() throws IOException {
    stream.close();
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
    kept = true;
  }

  /** Leaves nothing behind unless {@link #keep} was called. */
  @Override
  public void close() throws IOException {
    if (!kept) {
      stream.close();
      Files.deleteIfExists(temporary);
    }
  }
}

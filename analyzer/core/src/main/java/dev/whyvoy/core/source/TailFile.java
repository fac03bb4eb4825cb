package dev.whyvoy.core.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file that someone appends to. Starts again at the top when it was cut short, and when it was
 * written anew: the bytes before the place reached are compared with those read from there.
 */
final class TailFile implements Tail {
  /** Bytes before the place reached that have to be still the same. */
  private static final int CHECKED = 64;

  private final FileChannel channel;
  private final @Nullable Object key;
  private final byte[] before = new byte[CHECKED];
  private int checked;
  private long position;

  TailFile(Path path) throws IOException {
    this.channel = FileChannel.open(path, StandardOpenOption.READ);
    this.key = keyOf(path);
  }

  /** Whether {@code path} now names another file than this one; not if it names none. */
  boolean isReplaced(Path path) {
    try {
      return key != null && !key.equals(keyOf(path));
    } catch (IOException e) {
      // Moved away; the new one is not there yet.
      return false;
    }
  }

  private static @Nullable Object keyOf(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    long size = channel.size();
    if (size < position || size > position && !isAsRead()) {
      position = 0;
      checked = 0;
      return ANEW;
    }
    int got = Math.max(0, channel.read(ByteBuffer.wrap(bytes, from, length), position));
    position += got;
    remember(bytes, from, got);
    return got;
  }

  private boolean isAsRead() throws IOException {
    byte[] now = new byte[checked];
    ByteBuffer buffer = ByteBuffer.wrap(now);
    int got = checked == 0 ? 0 : channel.read(buffer, position - checked);
    return got == checked && Arrays.equals(now, Arrays.copyOf(before, checked));
  }

  private void remember(byte[] bytes, int from, int got) {
    int taken = Math.min(got, CHECKED);
    int kept = Math.min(checked, CHECKED - taken);
    System.arraycopy(before, checked - kept, before, 0, kept);
    System.arraycopy(bytes, from + got - taken, before, kept, taken);
    checked = kept + taken;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

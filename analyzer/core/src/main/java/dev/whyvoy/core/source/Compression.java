package dev.whyvoy.core.source;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.concurrent.atomic.LongAdder;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** How bytes are compressed, told by how they start. */
enum Compression {
  NONE(),
  GZIP(0x1f, 0x8b),
  ZSTD(0x28, 0xb5, 0x2f, 0xfd),
  BZIP2('B', 'Z', 'h'),
  XZ(0xfd, '7', 'z', 'X', 'Z', 0);

  /** As many bytes as are needed to tell. */
  static final int HEAD = 6;

  /** Memory that an xz dictionary may take, in KiB. */
  private static final int MAX_XZ_KIB = 80 * 1024;

  private final int[] magic;

  Compression(int... magic) {
    this.magic = magic;
  }

  /** What the first {@code length} bytes of {@code head} say. */
  static Compression of(byte[] head, int length) {
    for (Compression each : values()) {
      if (each != NONE && each.starts(head, length)) {
        return each;
      }
    }
    return NONE;
  }

  private boolean starts(byte[] head, int length) {
    if (length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The stream without its compression, if it has one; members one after the other are all read.
   */
  static InputStream undo(InputStream raw) throws IOException {
    LongAdder stored = new LongAdder();
    PushbackInputStream in = new PushbackInputStream(new CountingStream(raw, stored), HEAD);
    byte[] head = new byte[HEAD];
    int length = in.readNBytes(head, 0, HEAD);
    in.unread(head, 0, length);
    Compression found = of(head, length);
    try {
      return found == NONE ? in : new Inflated(found.undone(in), stored);
    } catch (RuntimeException e) {
      throw new IOException("broken: cannot be decompressed", e);
    }
  }

  private InputStream undone(InputStream in) throws IOException {
    return switch (this) {
      case NONE -> in;
      case GZIP -> new GzipCompressorInputStream(in, true);
      case ZSTD -> new ZstdInputStream(in);
      case BZIP2 -> new BZip2CompressorInputStream(in, true);
      case XZ -> new XZCompressorInputStream(in, true, MAX_XZ_KIB);
    };
  }
}

package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.Bytes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Sizes and texts in the serialised form of a summary. */
final class Wire {
  private Wire() {}

  /** A size that must not be negative or above {@code most}. */
  static int size(DataInput in, int most) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > most) {
      throw new IOException("not a summary: size " + size);
    }
    return size;
  }

  /** A number from 0 up to, not including, {@code end}. */
  static int ordinal(DataInput in, int end) throws IOException {
    return size(in, end - 1);
  }

  static byte[] bytes(DataInput in, int longest) throws IOException {
    byte[] bytes = new byte[size(in, longest)];
    in.readFully(bytes);
    return bytes;
  }

  /** The bytes that {@link #bytes} reads, with {@link Bytes#PADDING} behind them. */
  static byte[] padded(DataInput in, int longest) throws IOException {
    int length = size(in, longest);
    byte[] bytes = new byte[length + Bytes.PADDING];
    in.readFully(bytes, 0, length);
    return bytes;
  }

  /** How many bytes come before the padding. */
  static int length(byte[] padded) {
    return padded.length - Bytes.PADDING;
  }

  static void text(DataOutput out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(DataInput in) throws IOException {
    return new String(bytes(in, 1 << 20), StandardCharsets.UTF_8);
  }
}

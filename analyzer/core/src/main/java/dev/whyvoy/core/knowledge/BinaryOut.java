package dev.whyvoy.core.knowledge;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the primitives of the compiled knowledge; {@link BinaryIn} reads them. */
final class BinaryOut {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StringPool pool;

  BinaryOut(StringPool pool) {
    this.pool = pool;
  }

  /** A whole number of at least 0, seven bits a byte, the lowest first. */
  void number(long value) {
    long rest = value;
    while (rest >>> 7 != 0) {
      bytes.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  /** Any whole number. */
  void signed(long value) {
    number(value << 1 ^ value >> 63);
  }

  void flag(boolean value) {
    bytes.write(value ? 1 : 0);
  }

  void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    bytes.writeBytes(utf8);
  }

  /** A text that other entries are likely to hold as well. */
  void shared(String value) {
    number(pool.number(value));
  }

  void textOrNull(@Nullable String value) {
    flag(value != null);
    if (value != null) {
      text(value);
    }
  }

  void word(Enum<?> value) {
    number(value.ordinal());
  }

  <T> void list(Collection<T> values, Consumer<T> write) {
    number(values.size());
    values.forEach(write);
  }

  void texts(Collection<String> values) {
    list(values, this::text);
  }

  void numbers(Collection<Integer> values) {
    list(values, value -> number(value));
  }

  <V> void map(Map<String, V> values, Consumer<V> write) {
    number(values.size());
    values.forEach(
        (key, value) -> {
          text(key);
          write.accept(value);
        });
  }

  /** Bytes with their length before them. */
  void blob(byte[] blob) {
    number(blob.length);
    bytes.writeBytes(blob);
  }

  void raw(byte[] raw) {
    bytes.writeBytes(raw);
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}

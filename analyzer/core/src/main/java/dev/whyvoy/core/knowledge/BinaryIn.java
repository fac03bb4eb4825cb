package dev.whyvoy.core.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link BinaryOut} writes, from a position in an array that it never changes. */
final class BinaryIn {
  private final byte[] bytes;
  private final SharedTexts shared;
  private int at;

  BinaryIn(byte[] bytes, int at, SharedTexts shared) {
    this.bytes = bytes;
    this.at = at;
    this.shared = shared;
  }

  int position() {
    return at;
  }

  void skip(int length) {
    at += length;
  }

  int number() {
    return (int) longNumber();
  }

  private long longNumber() {
    long value = 0;
    int shift = 0;
    while (true) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
      shift += 7;
    }
  }

  long signed() {
    long value = longNumber();
    return value >>> 1 ^ -(value & 1);
  }

  boolean flag() {
    return bytes[at++] != 0;
  }

  String text() {
    int length = number();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  String shared() {
    return shared.get(number());
  }

  @Nullable String textOrNull() {
    return flag() ? text() : null;
  }

  <E> E word(E[] all) {
    return all[number()];
  }

  <T> List<T> list(Supplier<T> read) {
    int size = number();
    if (size == 0) {
      return List.of();
    }
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(read.get());
    }
    return Collections.unmodifiableList(values);
  }

  List<String> texts() {
    return list(this::text);
  }

  int[] numbers() {
    int[] values = new int[number()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number();
    }
    return values;
  }

  <V> Map<String, V> map(Supplier<V> read) {
    int size = number();
    if (size == 0) {
      return Map.of();
    }
    Map<String, V> values = new LinkedHashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      values.put(text(), read.get());
    }
    return Collections.unmodifiableMap(values);
  }

  /** Steps over a blob, and says where it begins. */
  int skipBlob() {
    int length = number();
    int start = at;
    at += length;
    return start;
  }
}

package dev.whyvoy.core.knowledge;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** The texts of a {@link StringPool}, each decoded on first use. */
final class SharedTexts {
  static final SharedTexts NONE = new SharedTexts(new byte[0], new int[0]);

  private final byte[] bytes;
  private final int[] starts;
  private final AtomicReferenceArray<String> decoded;

  private SharedTexts(byte[] bytes, int[] starts) {
    this.bytes = bytes;
    this.starts = starts;
    this.decoded = new AtomicReferenceArray<>(starts.length);
  }

  /** Reads where the texts are, and moves {@code in} past them. */
  static SharedTexts read(byte[] bytes, BinaryIn in) {
    int[] starts = new int[in.number()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = in.position();
      in.skip(in.number());
    }
    return new SharedTexts(bytes, starts);
  }

  String get(int number) {
    String text = decoded.get(number);
    if (text == null) {
      text = new BinaryIn(bytes, starts[number], NONE).text();
      decoded.set(number, text);
    }
    return text;
  }
}

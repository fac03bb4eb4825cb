package dev.whyvoy.grammar;

import java.util.List;
import java.util.Random;

/** Damaged and random texts; the same seed gives the same texts. */
final class Scramble {
  private static final String UNITS =
      "abcdefXYZ_019 \t\n\r|,:.;{}[]()<>\"'`\\/%&#@!?*=-+~\u0000\u001b\u00a0\u00e9\u2019\u201c\ud83d\ude00\ufeff";

  private final Random random;
  private final List<String> messages;

  Scramble(long seed, List<String> messages) {
    this.random = new Random(seed);
    this.messages = messages;
  }

  /** Up to 200 random units. */
  String noise() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(200);
    for (int i = 0; i < length; i++) {
      text.append(unit());
    }
    return text.toString();
  }

  /** A message with one to five places damaged. */
  String damaged() {
    StringBuilder text = new StringBuilder(message());
    int times = 1 + random.nextInt(5);
    for (int i = 0; i < times; i++) {
      damage(text);
    }
    return text.toString();
  }

  private void damage(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + 1 + random.nextInt(20));
    switch (random.nextInt(6)) {
      case 0 -> text.delete(at, to);
      case 1 -> text.insert(at, unit());
      case 2 -> text.insert(at, text.substring(at, to));
      case 3 -> text.insert(at, message());
      case 4 -> text.setLength(at);
      default -> {
        if (at < text.length()) {
          text.setCharAt(at, unit());
        }
      }
    }
  }

  private String message() {
    return messages.get(random.nextInt(messages.size()));
  }

  private char unit() {
    return UNITS.charAt(random.nextInt(UNITS.length()));
  }
}

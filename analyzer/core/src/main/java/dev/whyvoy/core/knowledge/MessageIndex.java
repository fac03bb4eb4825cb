package dev.whyvoy.core.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the messages that may stand at a place of a text: by the first four characters of a literal
 * of their template; blank and {@code _} are the same, and so is case. Messages without literal are
 * not found.
 */
public final class MessageIndex {
  /** How many characters of a literal a message is found by. */
  public static final int GRAM = 4;

  private static final int[] NONE = {};

  private final int[] grams;
  private final int[][] messages;

  private MessageIndex(int[] grams, int[][] messages) {
    this.grams = grams;
    this.messages = messages;
  }

  /** Which literal of a template it is found by: the first if long enough, else the longest. */
  public static int anchor(Template template) {
    List<String> literals = template.literals();
    int best = 0;
    if (literals.get(0).length() < GRAM) {
      for (int i = 1; i < literals.size(); i++) {
        best = literals.get(i).length() > literals.get(best).length() ? i : best;
      }
    }
    return best;
  }

  /**
   * Messages, as positions in {@link Knowledge#messages()}, whose anchor may begin at {@code at}.
   */
  public int[] candidates(CharSequence text, int at) {
    int[] four = at + GRAM <= text.length() ? lookUp(gram(text, at, GRAM)) : NONE;
    return four;
  }

  /** The same for a text that is no longer than an anchor of less than four characters. */
  public int[] shortCandidates(CharSequence text, int at) {
    return text.length() - at < GRAM ? lookUp(gram(text, at, text.length() - at)) : NONE;
  }

  private int[] lookUp(int gram) {
    int found = Arrays.binarySearch(grams, gram);
    return found < 0 ? NONE : messages[found];
  }

  private static int gram(CharSequence text, int at, int length) {
    int hash = length;
    for (int i = at; i < at + length; i++) {
      hash = hash * 131 + fold(text.charAt(i));
    }
    return hash;
  }

  /**
   * Blanks and underscores are the same, as details repeat a body with blanks replaced; so is case.
   */
  public static char fold(char c) {
    if (c == ' ') {
      return '_';
    }
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  static void write(BinaryOut out, List<Message> messages) {
    TreeMap<Integer, TreeSet<Integer>> byGram = new TreeMap<>();
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      Template template = Template.parse(message.template());
      if (!template.hasText()) {
        continue;
      }
      String literal = template.literals().get(anchor(template));
      if (literal.isBlank()) {
        continue;
      }
      int gram = gram(literal, 0, Math.min(GRAM, literal.length()));
      byGram.computeIfAbsent(gram, key -> new TreeSet<>()).add(i);
    }
    out.list(
        byGram.entrySet(),
        entry -> {
          out.signed(entry.getKey());
          out.numbers(entry.getValue());
        });
  }

  static MessageIndex read(BinaryIn in) {
    int size = in.number();
    int[] grams = new int[size];
    int[][] messages = new int[size][];
    for (int i = 0; i < size; i++) {
      grams[i] = (int) in.signed();
      messages[i] = in.numbers();
    }
    return new MessageIndex(grams, messages);
  }
}

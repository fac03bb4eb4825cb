package dev.whyvoy.bench.mutate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** What is put into inputs: the words of the samples, and what readers stumble over. */
final class Words {
  static final byte[] NONE = new byte[0];

  private static final int LONGEST = 40;

  /** Marks, ends, brackets, escapes and signs that mean something to one reader or another. */
  private static final List<byte[]> ODD =
      List.of(
          bytes("\n"),
          bytes("\r"),
          bytes("\r\n"),
          bytes("\0"),
          bytes("\""),
          bytes("\"\""),
          bytes("'"),
          bytes("\\"),
          bytes("\\\""),
          bytes("\\u"),
          bytes("\\u0000"),
          bytes("\\ud800"),
          bytes("{"),
          bytes("}"),
          bytes("["),
          bytes("]"),
          bytes("("),
          bytes(")"),
          bytes("<"),
          bytes(">"),
          bytes("{\""),
          bytes("\":"),
          bytes("[["),
          bytes("}}"),
          bytes(","),
          bytes(";"),
          bytes("|"),
          bytes(":"),
          bytes("="),
          bytes("%"),
          bytes("%%"),
          bytes("&lt;"),
          bytes("&#0;"),
          bytes("`"),
          bytes("```"),
          bytes("- "),
          bytes("-"),
          bytes(" - "),
          bytes(" "),
          bytes("\t"),
          bytes("\u000b"),
          bytes("\f"),
          bytes("\u001b[31m"),
          bytes("\u001b]8;;"),
          bytes("\u202e"),
          bytes("\u2028"),
          bytes("\u00a0"),
          bytes("\ufeff"),
          bytes("\u0430"),
          bytes("\ud83d\ude00"),
          bytes("=1+1"),
          bytes("</script>"),
          bytes("](x)"),
          bytes("*"),
          bytes("&"),
          bytes("*a"),
          bytes("!!x "),
          bytes("---\n"),
          bytes("1e999"),
          bytes("NaN"),
          bytes("null"),
          bytes("true"),
          latin("\u00ff\u00fe"),
          latin("\u00fe\u00ff"),
          latin("\u00c3"),
          latin("\u00ed\u00a0\u0080"),
          latin("\u00c0\u0080"),
          latin("\u00f4\u0090\u0080\u0080"),
          latin("\u001f\u008b\u0008"),
          latin("\u0028\u00b5\u002f\u00fd"),
          latin("\u00fd7zXZ\0"),
          latin("BZh9"));

  private Words() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** One of what readers stumble over. */
  static byte[] odd(SplittableRandom random) {
    return ODD.get(random.nextInt(ODD.size()));
  }

  /** Every word of the samples once, in order; with the blank or sign before it, too. */
  static List<byte[]> of(List<byte[]> samples) {
    Set<String> words = new TreeSet<>();
    for (byte[] sample : samples) {
      ByteArrayOutputStream word = new ByteArrayOutputStream();
      for (byte b : sample) {
        if (Character.isLetterOrDigit(b & 0xff) || b == '_' || b == '.') {
          word.write(b);
        } else {
          keep(word, words);
          word.reset();
          word.write(b);
        }
      }
      keep(word, words);
    }
    List<byte[]> all = new ArrayList<>(ODD);
    words.forEach(word -> all.add(latin(word)));
    return all;
  }

  private static void keep(ByteArrayOutputStream word, Set<String> words) {
    if (word.size() > 1 && word.size() <= LONGEST) {
      String text = word.toString(StandardCharsets.ISO_8859_1);
      words.add(text);
      words.add(text.substring(1));
    }
  }
}

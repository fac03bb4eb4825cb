package dev.whyvoy.bench.maintain;

import java.util.ArrayList;
import java.util.List;

/** A C++ file, read so that places in it can be found. */
final class CppFile {
  private record Word(String text, int line) {}

  private final List<Token> tokens;
  private final List<Definition> definitions;
  private final List<Word> words = new ArrayList<>();
  private final int[] firstWord;

  CppFile(String text) {
    tokens = Tokenizer.tokens(text);
    definitions = Definitions.of(tokens);
    firstWord = new int[tokens.size() + 1];
    for (int i = 0; i < tokens.size(); i++) {
      firstWord[i] = words.size();
      Token token = tokens.get(i);
      for (String word : Words.of(token)) {
        words.add(new Word(word, token.line()));
      }
    }
    firstWord[tokens.size()] = words.size();
  }

  List<Token> tokens() {
    return tokens;
  }

  List<Definition> definitions() {
    return definitions;
  }

  /** The line of {@code at} inside {@code name}, or of the definition of {@code name}. */
  Location find(String name, String at) {
    List<Definition> named = definitions.stream().filter(d -> d.name().equals(name)).toList();
    if (named.isEmpty()) {
      return Location.NO_FUNCTION;
    }
    if (at.isEmpty()) {
      return Location.at(named.get(0).line());
    }
    List<String> wanted = Words.of(at);
    for (Definition definition : named) {
      int last = firstWord[definition.to()] - wanted.size();
      for (int i = firstWord[definition.from()]; i <= last; i++) {
        if (matches(i, wanted)) {
          return Location.at(words.get(i).line());
        }
      }
    }
    return Location.NO_WORDS;
  }

  private boolean matches(int from, List<String> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!words.get(from + i).text().equals(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }
}

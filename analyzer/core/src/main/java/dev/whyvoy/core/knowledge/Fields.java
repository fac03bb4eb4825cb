package dev.whyvoy.core.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one map of a knowledge file. What is missing, of the wrong form or unknown
 * becomes a problem, and reading goes on.
 */
final class Fields {
  private final String file;
  private final Yaml.Mapping map;
  private final Problems problems;
  private final Set<String> read = new HashSet<>();

  Fields(String file, Yaml node, Problems problems) {
    this.file = file;
    this.problems = problems;
    if (node instanceof Yaml.Mapping mapping) {
      this.map = mapping;
    } else {
      this.map = new Yaml.Mapping(node.line(), Map.of());
      problems.add(file, node.line(), "not a map", "write `key: value` lines");
    }
  }

  String file() {
    return file;
  }

  Fields child(Yaml node) {
    return new Fields(file, node, problems);
  }

  boolean has(String key) {
    return map.entries().containsKey(key);
  }

  /** The node under {@code key}, or null. */
  @Nullable Yaml node(String key) {
    read.add(key);
    return map.entries().get(key);
  }

  Map<String, Yaml> entries() {
    return map.entries();
  }

  /** A required text, as written. */
  String text(String key) {
    if (!has(key)) {
      read.add(key);
      problems.add(file, map.line(), "\"" + key + "\" is missing", "it is required here");
      return "";
    }
    return text(key, "");
  }

  String text(String key, String otherwise) {
    Yaml node = node(key);
    return node == null ? otherwise : textOf(node, key);
  }

  @Nullable String textOrNull(String key) {
    Yaml node = node(key);
    return node == null ? null : textOf(node, key);
  }

  /** A text for people: blanks around it don't count. */
  String prose(String key) {
    return text(key, "").strip();
  }

  List<String> proses(String key) {
    return texts(key).stream().map(String::strip).toList();
  }

  /** A list of texts, or one text. */
  List<String> texts(String key) {
    Yaml node = node(key);
    return node == null ? List.of() : textsOf(node, key);
  }

  List<String> textsOf(Yaml node, String key) {
    if (node instanceof Yaml.Seq seq) {
      return seq.items().stream().map(item -> textOf(item, key)).toList();
    }
    return List.of(textOf(node, key));
  }

  String textOf(Yaml node, String key) {
    if (node instanceof Yaml.Text text) {
      return text.text();
    }
    problems.add(file, node.line(), "\"" + key + "\" is not a text", "a single value goes here");
    return "";
  }

  List<Yaml> items(String key) {
    Yaml node = node(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof Yaml.Seq seq) {
      return seq.items();
    }
    problems.add(file, node.line(), "\"" + key + "\" is not a list", "a list goes here");
    return List.of();
  }

  Map<String, Yaml> mapping(String key) {
    Yaml node = node(key);
    if (node == null) {
      return Map.of();
    }
    if (node instanceof Yaml.Mapping mapping) {
      return mapping.entries();
    }
    problems.add(file, node.line(), "\"" + key + "\" is not a map", "a map goes here");
    return Map.of();
  }

  boolean flag(String key) {
    String text = text(key, "false");
    if (!text.equals("true") && !text.equals("false")) {
      problem(key, "\"" + key + "\" is \"" + text + "\"", "true or false");
    }
    return text.equals("true");
  }

  long number(String key, long otherwise) {
    Yaml node = node(key);
    return node == null ? otherwise : numberOf(node, key);
  }

  long numberOf(Yaml node, String key) {
    String text = textOf(node, key);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      problems.add(file, node.line(), "\"" + key + "\" is \"" + text + "\"", "a whole number");
      return 0;
    }
  }

  /** One of a closed set of words; a missing one is a problem unless {@code otherwise} is given. */
  <E> E word(String key, E[] all, Function<E, String> word, @Nullable E otherwise) {
    if (!has(key) && otherwise != null) {
      return otherwise;
    }
    String text = text(key);
    for (E value : all) {
      if (word.apply(value).equals(text)) {
        return value;
      }
    }
    if (has(key)) {
      unknown(key, text, Arrays.stream(all).map(word).toList());
    }
    return all[0];
  }

  EnvoyVersion release(String key, EnvoyVersion otherwise) {
    String text = textOrNull(key);
    if (text == null) {
      return otherwise;
    }
    return EnvoyVersion.parse(text)
        .filter(version -> version.toString().equals(text))
        .orElseGet(
            () -> {
              unknown(key, text, EnvoyVersion.all().stream().map(EnvoyVersion::toString).toList());
              return otherwise;
            });
  }

  /** Says that {@code key} has a value that is not one of {@code known}. */
  void unknown(String key, String value, Collection<String> known) {
    String meant = DidYouMean.ask(value, known);
    problem(
        key,
        "\"" + value + "\" is not a known " + key,
        known(known) + (meant.isEmpty() ? "" : "; " + meant));
  }

  /** What is allowed: the values themselves if they are few. */
  static String known(Collection<String> values) {
    return values.size() > 20
        ? values.size() + " values are known"
        : "known: " + values.stream().sorted().collect(Collectors.joining(", "));
  }

  /** Notes a problem at the line of {@code key}, or of the map if the key is absent. */
  void problem(String key, String wrong, String allowed) {
    Yaml node = map.entries().get(key);
    problems.add(file, node == null ? map.line() : node.line(), wrong, allowed);
  }

  void problem(Yaml at, String wrong, String allowed) {
    problems.add(file, at.line(), wrong, allowed);
  }

  /** Says which keys nobody read. */
  void done() {
    for (Map.Entry<String, Yaml> entry : map.entries().entrySet()) {
      if (!read.contains(entry.getKey())) {
        List<String> allowed = new ArrayList<>(read);
        allowed.sort(null);
        String meant = DidYouMean.ask(entry.getKey(), allowed);
        problems.add(
            file,
            entry.getValue().line(),
            "unknown key \"" + entry.getKey() + "\"",
            "known: " + String.join(", ", allowed) + (meant.isEmpty() ? "" : "; " + meant));
      }
    }
  }
}

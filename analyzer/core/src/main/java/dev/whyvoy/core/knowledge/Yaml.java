package dev.whyvoy.core.knowledge;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file with its line. Scalars keep their text: {@code 1.30} is not 1.3. */
sealed interface Yaml {
  /** 1-based line on which it begins. */
  int line();

  record Text(int line, String text) implements Yaml {}

  record Seq(int line, List<Yaml> items) implements Yaml {}

  record Mapping(int line, Map<String, Yaml> entries) implements Yaml {}
}

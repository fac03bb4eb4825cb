package dev.whyvoy.core.fact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is known about one failure: fact name to values, in the order they were learnt. Immutable.
 *
 * <p>Names come from a closed list ({@link FactCatalog}); values are text, numbers in decimal,
 * booleans {@code true} or {@code false}. A fact without value is absent; the empty text is a
 * value.
 */
public final class Facts {
  public static final Facts NONE = new Facts(Map.of(), Set.of(), Set.of());

  private final Map<String, Set<String>> values;
  private final Set<String> absent;
  private final Set<String> inferred;

  private Facts(Map<String, Set<String>> values, Set<String> absent, Set<String> inferred) {
    this.values = values;
    this.absent = absent;
    this.inferred = inferred;
  }

  /** Facts with one name and value. */
  public static Facts of(String name, String value) {
    return builder().set(name, value).build();
  }

  /** A builder that knows no fact yet. */
  public static Builder builder() {
    return new Builder(NONE);
  }

  /** A builder that starts from these facts. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Whether the fact has a value. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Whether a record was read that has a field for {@code name}, and Envoy had nothing for it. */
  public boolean lacks(String name) {
    return absent.contains(name);
  }

  /** Whether the value of {@code name} was not said but is likely, by what else was said. */
  public boolean inferred(String name) {
    return inferred.contains(name);
  }

  /** Whether {@code value} is the value, or one of the values, of {@code name}. */
  public boolean holds(String name, String value) {
    return all(name).contains(value);
  }

  /** The value of {@code name}; of several the first. */
  public Optional<String> get(String name) {
    Set<String> all = values.get(name);
    return all == null ? Optional.empty() : Optional.of(all.iterator().next());
  }

  /** Every value of {@code name}; empty when absent. */
  public Set<String> all(String name) {
    Set<String> all = values.get(name);
    return all == null ? Set.of() : all;
  }

  /** The value of {@code name} when it is a whole number of at most 18 digits. */
  public OptionalLong number(String name) {
    Set<String> all = values.get(name);
    return all == null ? OptionalLong.empty() : wholeNumber(all.iterator().next());
  }

  /** The facts that have a value. */
  public Set<String> names() {
    return values.keySet();
  }

  /** Whether no fact has a value. */
  public boolean isEmpty() {
    return values.isEmpty() && absent.isEmpty();
  }

  /** These facts, and those of {@code others} whose names are absent here. */
  public Facts orElse(Facts others) {
    if (isEmpty()) {
      return others;
    }
    Builder all = toBuilder();
    others.values.forEach(
        (name, set) -> {
          if (!has(name) && !lacks(name)) {
            set.forEach(value -> all.add(name, value));
            if (others.inferred(name)) {
              all.inferred.add(name);
            }
          }
        });
    others.absent.stream().filter(name -> !has(name)).forEach(all::lacks);
    return all.build();
  }

  private static OptionalLong wholeNumber(String text) {
    int from = text.startsWith("-") ? 1 : 0;
    int digits = text.length() - from;
    if (digits < 1 || digits > 18) {
      return OptionalLong.empty();
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Facts facts
        && values.equals(facts.values)
        && absent.equals(facts.absent)
        && inferred.equals(facts.inferred);
  }

  @Override
  public int hashCode() {
    return 31 * values.hashCode() + absent.hashCode();
  }

  @Override
  public String toString() {
    return absent.isEmpty() ? values.toString() : values + " without " + absent;
  }

  /** Collects facts. */
  public static final class Builder {
    private final Map<String, Set<String>> values = new LinkedHashMap<>();

    private final Set<String> absent = new LinkedHashSet<>();
    private final Set<String> inferred = new LinkedHashSet<>();

    private Builder(Facts start) {
      setAll(start);
    }

    /** Gives {@code name} this one value, instead of any it had. */
    public Builder set(String name, String value) {
      Set<String> one = new LinkedHashSet<>(2);
      one.add(value);
      values.put(name, one);
      absent.remove(name);
      inferred.remove(name);
      return this;
    }

    /** Gives {@code name} a value that was not said but is likely; not if it has one. */
    public Builder infer(String name, String value) {
      if (!has(name)) {
        set(name, value);
        inferred.add(name);
      }
      return this;
    }

    public Builder set(String name, long value) {
      return set(name, Long.toString(value));
    }

    /** Adds one more value of a multi-valued fact. */
    public Builder add(String name, String value) {
      values.computeIfAbsent(name, key -> new LinkedHashSet<>(2)).add(value);
      absent.remove(name);
      return this;
    }

    /** Takes over every fact of {@code facts}, instead of the values had under these names. */
    public Builder setAll(Facts facts) {
      facts.values.forEach(
          (name, set) -> {
            values.put(name, new LinkedHashSet<>(set));
            absent.remove(name);
          });
      inferred.addAll(facts.inferred);
      facts.absent.forEach(this::lacks);
      return this;
    }

    /** Notes that a record has a field for {@code name}, and Envoy had nothing for it. */
    public Builder lacks(String name) {
      if (!values.containsKey(name)) {
        absent.add(name);
      }
      return this;
    }

    public boolean has(String name) {
      return values.containsKey(name);
    }

    /** Whether there is none so far. */
    public boolean isEmpty() {
      return values.isEmpty() && absent.isEmpty();
    }

    public Facts build() {
      if (values.isEmpty() && absent.isEmpty()) {
        return NONE;
      }
      Map<String, Set<String>> copy = new LinkedHashMap<>(values.size() * 2);
      values.forEach((name, set) -> copy.put(name, frozen(set)));
      return new Facts(Collections.unmodifiableMap(copy), Set.copyOf(absent), Set.copyOf(inferred));
    }

    private static Set<String> frozen(Set<String> set) {
      return set.size() == 1
          ? Set.of(set.iterator().next())
          : Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }
  }
}

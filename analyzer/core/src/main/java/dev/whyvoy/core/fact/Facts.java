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
 * booleans {@code true} or {@code false}. A fact without value is absent; the empty text is a value.
 */
public final class Facts {
  public static final Facts NONE = new Facts(Map.of());

  private final Map<String, Set<String>> values;

  private Facts(Map<String, Set<String>> values) {
    this.values = values;
  }

  /** Facts with one name and value. */
  public static Facts of(String name, String value) {
    return builder().set(name, value).build();
  }

  public static Builder builder() {
    return new Builder(Map.of());
  }

  /** A builder that starts from these facts. */
  public Builder toBuilder() {
    return new Builder(values);
  }

  public boolean has(String name) {
    return values.containsKey(name);
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

  public Set<String> names() {
    return values.keySet();
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** These facts, and those of {@code others} whose names are absent here. */
  public Facts orElse(Facts others) {
    if (isEmpty()) {
      return others;
    }
    Builder all = toBuilder();
    others.values.forEach(
        (name, set) -> {
          if (!has(name)) {
            set.forEach(value -> all.add(name, value));
          }
        });
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
    return other instanceof Facts facts && values.equals(facts.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }

  /** Collects facts. */
  public static final class Builder {
    private final Map<String, Set<String>> values = new LinkedHashMap<>();

    private Builder(Map<String, Set<String>> start) {
      start.forEach((name, set) -> values.put(name, new LinkedHashSet<>(set)));
    }

    /** Gives {@code name} this one value, instead of any it had. */
    public Builder set(String name, String value) {
      Set<String> one = new LinkedHashSet<>(2);
      one.add(value);
      values.put(name, one);
      return this;
    }

    public Builder set(String name, long value) {
      return set(name, Long.toString(value));
    }

    /** Adds one more value of a multi-valued fact. */
    public Builder add(String name, String value) {
      values.computeIfAbsent(name, key -> new LinkedHashSet<>(2)).add(value);
      return this;
    }

    /** Takes over every fact of {@code facts}, instead of the values had under these names. */
    public Builder setAll(Facts facts) {
      facts.values.forEach((name, set) -> values.put(name, new LinkedHashSet<>(set)));
      return this;
    }

    public boolean has(String name) {
      return values.containsKey(name);
    }

    public Facts build() {
      if (values.isEmpty()) {
        return NONE;
      }
      Map<String, Set<String>> copy = new LinkedHashMap<>(values.size() * 2);
      values.forEach((name, set) -> copy.put(name, frozen(set)));
      return new Facts(Collections.unmodifiableMap(copy));
    }

    private static Set<String> frozen(Set<String> set) {
      return set.size() == 1
          ? Set.of(set.iterator().next())
          : Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }
  }
}

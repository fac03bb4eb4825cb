package dev.whyvoy.core.fact;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The closed list of facts, in the order the knowledge declares them. */
public final class FactCatalog {
  private final Map<String, Fact> byName;

  public FactCatalog(List<Fact> facts) {
    Map<String, Fact> map = new LinkedHashMap<>();
    facts.forEach(fact -> map.put(fact.name(), fact));
    this.byName = map;
  }

  /** The fact of this name, if it is declared. */
  public Optional<Fact> get(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whether there is a fact of this name. */
  public boolean declares(String name) {
    return byName.containsKey(name);
  }

  /** Every fact that is declared. */
  public Collection<Fact> all() {
    return byName.values();
  }
}

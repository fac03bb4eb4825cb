package groovy.lang;

/**
 * Stands in for Groovy's class, which picocli looks for at every start: not finding it means
 * opening every jar of the distribution.
 */
public final class Closure {
  private Closure() {}
}

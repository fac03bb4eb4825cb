package dev.whyvoy.core.hop;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.record.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two records of one request: by the proxy nearer the client, and by the next one on the way to the
 * server.
 */
public record HopPair(Hop outer, Hop inner, Story story) {

  /** How well two records go together. */
  private enum Link {
    NONE,
    /** Nothing speaks against it. */
    BY_TIME,
    /** The names of their clusters say which way each looks. */
    BY_DIRECTION,
    /** One names the connection, or the address, of the other. */
    BY_ADDRESS
  }

  private static final int SHORTEST_ID = 8;

  /** The pairs among records; each record is the inner one of at most one. */
  public static List<HopPair> among(List<Hop> hops) {
    List<HopPair> pairs = new ArrayList<>();
    for (Hop inner : hops) {
      Hop best = null;
      Link link = Link.NONE;
      for (Hop outer : hops) {
        Link one = outer == inner ? Link.NONE : link(outer, inner);
        if (one.compareTo(link) > 0 && (one != Link.BY_TIME || twice(outer, hops))) {
          best = outer;
          link = one;
        }
      }
      if (best != null) {
        pairs.add(new HopPair(best, inner, Story.of(best, inner)));
      }
    }
    return pairs;
  }

  /** Whether two records, not more, have the same request id as this one. */
  private static boolean twice(Hop hop, List<Hop> hops) {
    return hops.stream().filter(h -> h.requestId().equals(hop.requestId())).count() == 2;
  }

  /** The pair that two records are, in whatever order they are given. */
  public static Optional<HopPair> of(Hop a, Hop b) {
    return among(List.of(a, b)).stream().findFirst();
  }

  private static Link link(Hop outer, Hop inner) {
    if (!outer.encloses(inner)) {
      return Link.NONE;
    }
    String id = outer.requestId();
    if (id.length() < SHORTEST_ID || !id.equals(inner.requestId())) {
      // What could not be read as a request has no id; then only the connection itself tells.
      String connection = outer.upstreamConnection();
      return inner.requestId().isEmpty()
              && !connection.isEmpty()
              && connection.equals(inner.downstreamConnection())
          ? Link.BY_ADDRESS
          : Link.NONE;
    }
    String to = outer.text(Field.UPSTREAM_HOST);
    String at = inner.text(Field.DOWNSTREAM_LOCAL_ADDRESS);
    if (!to.isEmpty() && to.equals(at)) {
      return Link.BY_ADDRESS;
    }
    String from = outer.text(Field.UPSTREAM_LOCAL_ADDRESS);
    if (!from.isEmpty()
        && (from.equals(inner.text(Field.DOWNSTREAM_REMOTE_ADDRESS))
            || from.equals(inner.text(Field.DOWNSTREAM_DIRECT_REMOTE_ADDRESS)))) {
      return Link.BY_ADDRESS;
    }
    boolean wentNowhere = to.isEmpty() && outer.fields().containsKey(Field.UPSTREAM_HOST);
    if (wentNowhere || !to.isEmpty() && !at.isEmpty() || outer.isInbound()) {
      // They name different places, or the application stands between them.
      return Link.NONE;
    }
    if (inner.isInbound()) {
      return Link.BY_DIRECTION;
    }
    boolean apart = !to.isEmpty() && !to.equals(inner.text(Field.UPSTREAM_HOST));
    boolean longer = outer.duration() > inner.duration() && inner.duration() >= 0;
    boolean alike =
        outer.hasTime()
            && inner.hasTime()
            && outer.time() <= inner.time()
            && outer.text(Field.METHOD).equals(inner.text(Field.METHOD));
    return apart && longer && alike ? Link.BY_TIME : Link.NONE;
  }

  /** What the outer proxy's record gains from the inner one's. */
  public Facts forOuter() {
    return facts("outer", inner);
  }

  /** What the inner proxy's record gains from the outer one's. */
  public Facts forInner() {
    return facts("inner", outer);
  }

  private Facts facts(String side, Hop other) {
    Facts.Builder facts = Facts.builder();
    facts.set("pair", story.name().toLowerCase(java.util.Locale.ROOT));
    facts.set("pair_side", side);
    facts.set("pair_said", other.said());
    other.flags().forEach(flag -> facts.add("pair_flags", flag));
    String protocol = other.text(Field.PROTOCOL);
    if (!protocol.isEmpty()) {
      facts.set("pair_protocol", protocol);
    }
    if (other.duration() >= 0) {
      facts.set("pair_duration_ms", other.duration());
    }
    return facts.build();
  }

  /** The pair in a sentence. */
  public String words() {
    return "two proxies logged "
        + (outer.requestId().equals(inner.requestId())
            ? "request " + outer.requestId()
            : "the connection " + outer.upstreamConnection())
        + ": "
        + story.words()
        + " (nearer the client: "
        + outer.said()
        + "; nearer the server: "
        + inner.said()
        + ")";
  }
}

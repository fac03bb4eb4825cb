package dev.whyvoy.grammar.details;

import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.Unparsed;
import dev.whyvoy.grammar.transport.TransportFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Response code details.
 *
 * @param span the whole text
 * @param name what stands before the bracket or colon, white space as {@code _}, without {@code
 *     number}; the whole text if there is neither
 * @param number the number that ends the name ({@code ext_proc_error_gRPC_error_14}) or that is the
 *     whole argument ({@code tcp_initializion_failure:0})
 * @param bracket what follows the name
 * @param argument what the bracket holds, as written; null without a bracket
 * @param closed whether the bracket is closed; true without a bracket or after a colon
 * @param reset the argument of {@code upstream_reset_before_response_started} and {@code ..after..}
 * @param policy the policy in {@code rbac_access_denied_matched_policy[..]}, if Istio named it
 * @param unparsed what does not belong to the details, such as text after the closing bracket
 */
public record ResponseDetails(
    Span span,
    Piece name,
    @Nullable Piece number,
    Bracket bracket,
    @Nullable Piece argument,
    boolean closed,
    @Nullable Reset reset,
    @Nullable Policy policy,
    List<Unparsed> unparsed) {
  public ResponseDetails {
    unparsed = List.copyOf(unparsed);
  }

  /** What follows the name. */
  public enum Bracket {
    NONE,
    BRACE,
    SQUARE,
    ROUND,
    /** Never Envoy's; a page's or a writer's substitute for braces. */
    ANGLE,
    COLON
  }

  /**
   * Why the upstream stream was reset.
   *
   * @param span the inside of the bracket
   * @param responseStarted whether the response's headers had gone to the client
   * @param reason the reset reason with underscores: {@code connection_termination}; null if absent
   * @param separator {@code ,} up to 1.30, {@code |} since; null without a transport failure reason
   * @param transport the transport failure reason, which may be empty
   */
  public record Reset(
      Span span,
      boolean responseStarted,
      @Nullable Piece reason,
      @Nullable Piece separator,
      @Nullable TransportFailure transport) {}

  /**
   * A policy as Istio names it for Envoy: {@code ns[shop]-policy[deny]-rule[0]}.
   *
   * @param namespace {@code shop}
   * @param name {@code deny}, the AuthorizationPolicy
   * @param rule the rule's index in it, from 0
   */
  public record Policy(Span span, Piece namespace, Piece name, Piece rule) {}
}

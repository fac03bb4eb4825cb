package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Ask;
import dev.whyvoy.core.diagnose.Certainty;
import dev.whyvoy.core.diagnose.CodeStep;
import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.core.diagnose.Label;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Cause;
import dev.whyvoy.core.knowledge.Commonness;
import dev.whyvoy.core.knowledge.Condition;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Level;
import dev.whyvoy.core.knowledge.Locus;
import dev.whyvoy.core.knowledge.Side;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.Unparsed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** An explanation made by hand, so that layout is tested apart from knowledge. */
final class Made {
  static final String INPUT =
      "upstream_reset_before_response_started"
          + "{remote_connection_failure|delayed_connect_error:_111}";

  private Made() {}

  static Diagnosis diagnosis(String code, String slug) {
    return new Diagnosis(
        code,
        slug,
        Level.ERROR,
        Locus.UPSTREAM,
        "a template",
        null,
        false,
        Condition.ALWAYS,
        "Envoy chose an upstream host and opened a TCP connection to it; the host's kernel answered"
            + " with a reset because nothing accepts connections on that port.",
        "It is not a timeout: the answer came at once.",
        "Envoy gave up after the last attempt and answered 503. The failed connection counts for"
            + " outlier detection as a local-origin failure.",
        List.of("kubectl get endpointslices -l kubernetes.io/service-name=SERVICE"),
        null,
        List.of("until 1.26 the reason reads connection_failure"),
        List.of("earlier attempts: only the last one is written"),
        List.of(),
        List.of(),
        List.of());
  }

  static Cause cause(String id, String title, String fix) {
    return new Cause(
        id,
        "connect failure",
        title,
        "Nothing accepts connections on the port.",
        Map.of("EV301", Commonness.USUAL),
        List.of(),
        List.of("kubectl exec POD -- ss -ltn"),
        fix,
        Side.UPSTREAM,
        "",
        List.of(),
        List.of(),
        List.of());
  }

  static Explanation explanation() {
    Map<String, String> frequency = new LinkedHashMap<>();
    frequency.put("every-request", "every request");
    frequency.put("burst", "in bursts");
    Finding finding =
        new Finding(
            Kind.RESPONSE_CODE_DETAILS,
            new Span(0, INPUT.length()),
            Facts.of("reset_reason", "remote_connection_failure"),
            diagnosis("EV301", "upstream-connect-refused"),
            Certainty.CERTAIN,
            "upstream host refused the TCP connection; Envoy answered 503",
            List.of(
                new RankedCause(
                    cause(
                        "upstream-not-listening",
                        "nothing listens on the port that the cluster points to",
                        "start the server, or correct targetPort"),
                    0.62,
                    List.of("errno 111: the host itself answered, so it is up and reachable"),
                    List.of()),
                new RankedCause(
                    cause("upstream-not-ready", "the pod gets traffic before it listens", ""),
                    0.21,
                    List.of(),
                    List.of("it would pass within seconds"))),
            List.of(new Ask("frequency", "How often does it fail?", frequency, true)),
            List.of(
                new CodeStep(
                    "Envoy::Network::ConnectionImpl::onWriteReady",
                    "source/common/network/connection_impl.cc",
                    OptionalInt.of(888),
                    "the kernel reports the refused connection",
                    "https://github.com/envoyproxy/envoy/blob/v1.38.0/source/common/network/connection_impl.cc#L888",
                    false),
                new CodeStep(
                    "Envoy::Router::Filter::onUpstreamReset",
                    "source/common/router/router.cc",
                    OptionalInt.empty(),
                    "",
                    "https://github.com/envoyproxy/envoy/blob/v1.38.0/source/common/router/router.cc",
                    false)),
            List.of(
                new Label(new Span(0, 38), "response code details: before any response header"),
                new Label(new Span(39, 64), "reset reason"),
                new Label(new Span(65, 91), "connect error, errno 111 = ECONNREFUSED")),
            List.of(),
            List.of());
    return new Explanation(INPUT, EnvoyVersion.RELEASED, List.of(finding));
  }

  static Explanation unknown() {
    String input = "upstream weird thing\u001b[31m";
    Finding finding =
        new Finding(
            Kind.UNKNOWN,
            new Span(0, input.length()),
            Facts.NONE,
            null,
            Certainty.CANT_TELL,
            "no text that Envoy is known to write",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Unparsed(new Span(0, input.length()), input)),
            List.of("upstream request timeout"));
    return new Explanation(input, EnvoyVersion.RELEASED, List.of(finding));
  }
}

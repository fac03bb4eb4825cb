package dev.whyvoy.core.fact;

import static dev.whyvoy.core.fact.FactNames.CLIENT_KIND;
import static dev.whyvoy.core.fact.FactNames.USER_AGENT;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What kind of client a user agent names. */
final class ClientFacts {
  /** Kind and the words that tell it, the telling ones first. */
  private static final List<Map.Entry<String, List<String>>> KINDS =
      List.of(
          Map.entry("knative", List.of("knative")),
          Map.entry("kubelet", List.of("kube-probe/")),
          Map.entry("envoy_probe", List.of("envoy/hc")),
          Map.entry(
              "loadbalancer",
              List.of(
                  "googlehc/",
                  "elb-healthchecker",
                  "route53-health",
                  "azure traffic manager",
                  "load balancer agent")),
          Map.entry(
              "monitor",
              List.of(
                  "prometheus",
                  "blackbox",
                  "datadog",
                  "uptime",
                  "pingdom",
                  "statuscake",
                  "site24x7",
                  "zabbix",
                  "newrelic",
                  "check_http",
                  "health check",
                  "healthcheck",
                  "monitor")),
          Map.entry("grpc", List.of("grpc-", "grpc/")),
          Map.entry("browser", List.of("mozilla/")),
          Map.entry(
              "library",
              List.of(
                  "curl/",
                  "wget/",
                  "go-http-client",
                  "python",
                  "okhttp",
                  "axios",
                  "node",
                  "java/",
                  "java-http-client",
                  "apache-httpclient",
                  "reactornetty",
                  "postman",
                  "undici",
                  "aiohttp",
                  "httpx",
                  "ruby",
                  "faraday",
                  "libwww",
                  "fasthttp",
                  "guzzle",
                  "dart",
                  "k6/",
                  "hey/",
                  "fortio",
                  "jmeter",
                  "httpie",
                  "rest-client",
                  "restsharp")));

  private ClientFacts() {}

  static void add(Facts facts, Facts.Builder derived) {
    facts
        .get(USER_AGENT)
        .ifPresent(agent -> derived.set(CLIENT_KIND, kind(agent.toLowerCase(Locale.ROOT))));
  }

  private static String kind(String agent) {
    return KINDS.stream()
        .filter(kind -> kind.getValue().stream().anyMatch(agent::contains))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("unknown");
  }
}

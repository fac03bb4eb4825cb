package dev.whyvoy.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.fact.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToldTest {
  private static Facts told(String text) {
    return Told.of(Sentences.of(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the checkout page fails sometimes, a reload helps | frequency | intermittent",
        "about 3 % of the calls end like this | frequency | intermittent",
        "It does not always fail | frequency | intermittent",
        "a tiny percentage gets it | frequency | intermittent",
        "Every single request ends in the same way | frequency | every-request",
        "the call never works from that namespace | frequency | every-request",
        "we see spikes of 503 at noon | frequency | burst",
        "it began during the rollout of the new version | after | deploy",
        "it shows when pods are terminated by the autoscaler | after | deploy",
        "broken since we upgraded the mesh to 1.24 | after | upgrade",
        "it started after the root certificate was renewed | after | cert-rotation",
        "the first call after a long idle period breaks | after | idle",
        "it happens after restarting the gateway pods | after | restart",
        "only under heavy load do we see this | after | load",
        "errors since I applied a new DestinationRule | after | config-push",
        "the server has no sidecar | peer | no-sidecar",
        "we call an external API there | peer | external",
        "our gateway sits behind an AWS load balancer | peer | lb",
        "it works fine without the sidecar | without_proxy | works",
        "a port-forward to the pod works | without_proxy | works",
      })
  void aSentenceTells(String text, String fact, String value) {
    assertThat(told(text).get(fact)).hasValue(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the error is not intermittent at all | frequency",
        "it did not begin after an upgrade of Istio | after",
        "it works fine behind a load balancer | peer",
        "it works fine under heavy load | after",
        "it should always answer with 200 | frequency",
        "the server wants an upgrade header after the handshake | after",
        "the caller has no sidecar | peer",
        "without the sidecar it does not work either | without_proxy",
      })
  void whatIsDeniedIsNotTold(String text, String fact) {
    assertThat(told(text).get(fact)).isEmpty();
  }

  @Test
  void contradictionsTellNothing() {
    assertThat(told("It fails sometimes. Now every request fails.").get("frequency")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-04T09:00:00.123Z\tdebug\tenvoy http\t[C1][S2] always 0x1f",
        "< x-sometimes: rarely",
        "apiVersion: v1",
        "GET /always/every/request?n=1 HTTP/1.1",
        "random",
      })
  void logLinesHeadersAndConfigurationAreNoSentences(String text) {
    assertThat(told(text).isEmpty()).isTrue();
  }
}

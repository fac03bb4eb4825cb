package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.record.LineReader;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static Redaction fresh() {
    return new Redaction(new LineReader());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          at 10.1.2.3 and 10.1.2.3:8080, not 10.1.2.4 ~ at ip-1 and ip-1:8080, not ip-2
          [2001:db8::1]:443 fe80::1%eth0 ::ffff:10.0.0.1 ~ ip-1:443 ip-2 ip-3
          2001:db8:0:0:0:0:0:1 at 09:00:12 ~ ip-1 at 09:00:12
          Envoy::Http::Filter std::string a::b::c ~ Envoy::Http::Filter std::string a::b::c
          localhost 127.0.0.1:15000 [::1]:80 0.0.0.0 ~ localhost 127.0.0.1:15000 [::1]:80 0.0.0.0
          Authorization: Bearer abcDEF123.x-y ~ Authorization: token-1
          {"cookie":"a=b; c=d","x":1} ~ {"cookie":"token-1","x":1}
          Cookie: sid=abc; theme=dark ~ Cookie: token-1
          X-Api-Key=k1 access_token=zzz&y=2 ~ X-Api-Key=token-1 access_token=token-2&y=2
          mail bob.ox bob@example.com. ~ mail bob.ox email-1.
          GET /a?u=bob&t=1 HTTP/1.1 ~ GET /a?query-1 HTTP/1.1
          curl localhost:15000/clusters?format=json ~ curl localhost:15000/clusters?format=json
          id 3f2504e0-4f89-11d3-9a0c-0305e82c3301 again 3F2504E0-4F89-11D3-9A0C-0305E82C3302 ~ id id-1 again id-2
          trace 4bf92f3577b34da6a3ce929d0e0e4736 ~ trace id-1
          jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-DEF_1 ~ jwt token-1
          key AKIAIOSFODNN7EXAMPLE ghp_0123456789abcdefABCD ~ key token-1 token-2
          random dGhpcyBpcyAxIHNlY3JldCA0Mg9x ~ random token-1
          upstream_reset_before_response_started{connection_termination} ~ upstream_reset_before_response_started{connection_termination}
          TLS_error:|268435581:SSL_routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED ~ TLS_error:|268435581:SSL_routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED
          ip-10-1-2-3.ec2.internal ~ ip-1.ec2.internal
          outbound|443|v2|orders.shop.svc.cluster.local ~ outbound|443|v2|orders.shop.svc.cluster.local
          https://github.com/envoyproxy/envoy/blob/f1dd21b16cf1dd21b16cf1dd21b16cf1dd21b16c/x.cc ~ https://github.com/envoyproxy/envoy/blob/f1dd21b16cf1dd21b16cf1dd21b16cf1dd21b16c/x.cc
          """)
  void formsAreRecognised(String text, String expected) {
    Redaction redaction = fresh();
    String redacted = redaction.text(text);
    assertThat(redacted).isEqualTo(expected);
    assertThat(redaction.text(redacted)).isEqualTo(expected);
  }

  private static final String LINE =
      "[2026-03-04T09:00:01.000Z] \"GET /users/MARK-7/4711?MARK=1 HTTP/1.1\" 503 UF"
          + " upstream_reset_before_response_started{remote_connection_failure} - \"-\" 0 91 7 -"
          + " \"198.51.100.7\" \"MARK/5.0 (X11; MARK)\" \"3f2504e0-4f89-11d3-9a0c-0305e82c3301\""
          + " \"shop.example\" \"203.0.113.9:8080\" outbound|80||b 192.0.2.2:1 192.0.2.3:2"
          + " 192.0.2.4:3 - default";

  @Test
  void aLineKeepsWhatIsHarmless() {
    Redaction redaction = fresh();
    String redacted = redaction.text(LINE);
    assertThat(redacted)
        .isEqualTo(
            "[2026-03-04T09:00:01.000Z] \"GET /users/MARK-7/id-1?query-1 HTTP/1.1\" 503 UF"
                + " upstream_reset_before_response_started{remote_connection_failure} - \"-\" 0 91"
                + " 7 - \"ip-1\" \"agent-1\" \"id-2\" \"shop.example\" \"ip-2:8080\" outbound|80||b"
                + " ip-3:1 ip-4:2 ip-5:3 - default");
    assertThat(redaction.text("by MARK/5.0 (X11; MARK) at 203.0.113.9:8080"))
        .isEqualTo("by agent-1 at ip-2:8080");
    assertThat(redaction.text(redacted)).isEqualTo(redacted);
  }

  @Test
  void fieldsNobodyKnowsAreHiddenInJson() {
    String line =
        "{\"start_time\":\"2026-03-04T09:04:12.318Z\",\"response_code\":503,\"response_flags\":\"UH\","
            + "\"cookie\":\"MARK\",\"x\":\"MARK\",\"user_agent\":\"a\\\"MARK\"}";
    assertThat(fresh().text(line))
        .contains("\"response_flags\":\"UH\"", "\"user_agent\":\"agent-1\"")
        .doesNotContain("MARK");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LINE,
        "upstream connect error or disconnect/reset before headers. reset reason: remote connection"
            + " failure, transport failure reason: delayed connect error: 111 from 203.0.113.9:8080"
            + " [Authorization: Bearer MARK] ?MARK=MARK"
      })
  void anExplanationKeepsItsLabels(String paste) throws IOException {
    Knowledge knowledge = Knowledge.load();
    var plain = new Explainer(knowledge, EnvoyVersion.RELEASED).explain(paste, Facts.NONE);
    Redaction redaction = fresh();
    var redacted = redaction.explanation(plain);
    assertThat(redacted.main().diagnosis()).isEqualTo(plain.main().diagnosis());
    assertThat(redacted.main().labels()).isNotEmpty();
    for (var label : redacted.main().labels()) {
      assertThat(label.span().to()).isLessThanOrEqualTo(redacted.input().length());
    }
    String json = redaction.json(new ExplanationJson(knowledge).of(redacted));
    String text = new ExplanationText(new Page(80, false, true), knowledge, true).full(redacted);
    String md = new ExplanationMarkdown(knowledge).of(redacted);
    for (String out : List.of(json, text, md)) {
      assertThat(out).doesNotContain("203.0.113.9", "MARK/5.0", "MARK=", "Bearer MARK");
    }
    assertThat(json).startsWith("{\"redacted\":true,");
  }

  @Test
  void htmlIsRedactedInTextsAttributesAndData() throws IOException {
    String html =
        "<html><head><meta content=\"script-src 'sha256-10.1.2.3'\"><style>a{}</style></head>"
            + "<body><p title=\"10.1.2.3\">from 10.1.2.3 &amp; b@c.example</p>"
            + "<script type=\"application/json\">{\"upstream_host\":\"10.1.2.3:80\"}</script>"
            + "<script>var a = 1;</script></body></html>";
    String redacted = fresh().html(html);
    assertThat(redacted)
        .contains("<p title=\"ip-1\">from ip-1 &amp; email-1</p>", "var a = 1;", "sha256-10.1.2.3")
        .contains("\"upstream_host\":\"ip-1:80\"", Redaction.STATEMENT);
  }

  @Test
  void shapesSayNothing() {
    assertThat(Redaction.shape("user=Bob 42 \u00e9\u4e2d {\"k\":\"v\"}"))
        .isEqualTo("a=a 9 a {\"a\":\"a\"}");
  }

  @Test
  void hostileTextsTakeNoTime() {
    for (String piece :
        List.of("a", "1.", "::", "?", "a@", "=", "\"", "cookie:", "eyJ", "-", "/")) {
      assertThat(fresh().text(piece.repeat(200_000 / piece.length()))).isNotNull();
    }
  }
}

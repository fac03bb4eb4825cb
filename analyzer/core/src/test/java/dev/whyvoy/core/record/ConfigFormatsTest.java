package dev.whyvoy.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFormatsTest {
  private static final String TEXT = "[%START_TIME%] %RESPONSE_CODE% %RESPONSE_FLAGS%";
  private static final String MAP =
      "{\"at\":\"%START_TIME%\",\"code\":\"%RESPONSE_CODE%\",\"why\":\"%RESPONSE_CODE_DETAILS%\"}";

  @TempDir Path folder;

  @Test
  void envoysBootstrap() throws IOException {
    assertThat(
            read(
                """
                static_resources:
                  listeners:
                  - filter_chains:
                    - filters:
                      - name: envoy.filters.network.http_connection_manager
                        typed_config:
                          access_log:
                          - name: envoy.access_loggers.file
                            typed_config:
                              "@type": type.googleapis.com/envoy.extensions.access_loggers.file.v3.FileAccessLog
                              path: /dev/stdout
                              log_format:
                                text_format_source:
                                  inline_string: "[%START_TIME%] %RESPONSE_CODE% %RESPONSE_FLAGS%\\n"
                          - name: envoy.access_loggers.stdout
                            typed_config:
                              log_format:
                                json_format:
                                  at: "%START_TIME%"
                                  code: "%RESPONSE_CODE%"
                                  why: "%RESPONSE_CODE_DETAILS%"
                          local_reply_config:
                            body_format:
                              text_format: "%LOCAL_REPLY_BODY% %RESPONSE_CODE% %PROTOCOL%"
                """))
        .containsExactly(TEXT + "\n", MAP);
  }

  @Test
  void aLogWithoutAFormatIsInEnvoysOwn() throws IOException {
    assertThat(
            read(
                """
                access_log:
                - typed_config:
                    "@type": type.googleapis.com/envoy.extensions.access_loggers.stream.v3.StdoutAccessLog
                """))
        .containsExactly(KnownFormats.get().find("envoy-default").orElseThrow().format());
  }

  @Test
  void istiosMeshConfigInAConfigMap() throws IOException {
    assertThat(
            read(
                """
                apiVersion: v1
                kind: ConfigMap
                data:
                  mesh: |-
                    accessLogFile: /dev/stdout
                    accessLogFormat: "[%START_TIME%] %RESPONSE_CODE% %RESPONSE_FLAGS%"
                    extensionProviders:
                    - name: own
                      envoyFileAccessLog:
                        logFormat:
                          labels: {at: "%START_TIME%", code: "%RESPONSE_CODE%", why: "%RESPONSE_CODE_DETAILS%"}
                """))
        .containsExactly(TEXT, MAP);
  }

  @Test
  void envoyProxyOfEnvoyGatewayAndASecondDocument() throws IOException {
    assertThat(
            read(
                """
                apiVersion: gateway.envoyproxy.io/v1alpha1
                kind: EnvoyProxy
                spec:
                  telemetry:
                    accessLog:
                      settings:
                      - format:
                          type: Text
                          text: |
                            [%START_TIME%] %RESPONSE_CODE% %RESPONSE_FLAGS%
                ---
                type: MeshAccessLog
                spec:
                  default:
                    backends:
                    - file:
                        format:
                          json:
                          - {key: at, value: "%START_TIME%"}
                          - {key: code, value: "%RESPONSE_CODE%"}
                          - {key: why, value: "%RESPONSE_CODE_DETAILS%"}
                """))
        .containsExactly(TEXT + "\n", MAP);
  }

  @Test
  void aConfigDump() throws IOException {
    assertThat(
            read(
                """
                {"configs": [{"@type": "x", "dynamic_listeners": [{"active_state": {"listener": {
                  "access_log": [{"typed_config": {"log_format": {"text_format": "%s"}}},
                                 {"typed_config": {"log_format": {"text_format": "%s"}}}]}}}]}]}
                """
                    .formatted(TEXT, TEXT)))
        .containsExactly(TEXT);
  }

  @Test
  void mistakesAreNamedWithTheirPlace() {
    assertThatThrownBy(
            () -> read("a:\n  accessLogFormat: \"%START_TIME% %RESPONSE_CDE% %DURATION%\"\n"))
        .hasMessageEndingWith(
            "c.yaml:2: column 14: there is no operator %RESPONSE_CDE%; did you mean"
                + " \"RESPONSE_CODE\"?");
    assertThatThrownBy(() -> read("a: [1\nb: 2\n")).hasMessageContaining("c.yaml:2: ");
    assertThatThrownBy(() -> read("a: 1\n")).hasMessageContaining("holds no access log format");
  }

  @Test
  void nothingIsExpandedOrExecuted() throws IOException {
    String bomb =
        "a: &a [x, x]\nb: &b [*a, *a]\nc: !!java.net.URL [http://x]\nf: \"" + TEXT + "\"\n";
    assertThat(read(bomb)).containsExactly(TEXT);
  }

  @Test
  void givenKeysWinOverKnownNames() throws IOException {
    LineReader reader =
        LineReader.of(
            List.of(
                "{\"st\":\"%RESPONSE_CODE%\",\"duration\":\"%REQ(X-A)%\",\"u\":{\"c\":"
                    + "\"%UPSTREAM_CLUSTER%\"}}"));
    byte[] line =
        Bytes.padded("{\"st\":503,\"duration\":\"9\",\"u\":{\"c\":\"orders\"},\"x\":\"y\"}");
    assertThat(reader.read(line, 0, line.length - Bytes.PADDING)).isEqualTo(LineKind.ACCESS);
    assertThat(reader.record().fields())
        .containsEntry(Field.RESPONSE_CODE, "503")
        .containsEntry(Field.UPSTREAM_CLUSTER, "orders")
        .doesNotContainKey(Field.DURATION);
  }

  private List<String> read(String text) throws IOException {
    return ConfigFormats.read(Files.writeString(folder.resolve("c.yaml"), text));
  }
}

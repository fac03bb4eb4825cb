package dev.whyvoy.core.explain;

import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.core.knowledge.Template;
import java.util.Map;

/**
 * Texts as Envoy would write them: a message's sample, or else its template with values for its
 * variables.
 */
public final class SampleTexts {
  private static final String WORD = "sandwich";

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("reset_reason", "remote_reset"),
          Map.entry("before_or_after", "before"),
          Map.entry("transport_failure_reason", "delayed connect error: Connection refused"),
          Map.entry("connection_reason", "delayed connect error: Connection refused"),
          Map.entry("transport_socket_reason", "TLS error: Secret is not supplied by SDS"),
          Map.entry("reason", "CERTIFICATE_VERIFY_FAILED"),
          Map.entry("library", "SSL routines"),
          Map.entry("function", "tls_process_server_certificate"),
          Map.entry("code", "268435581"),
          Map.entry("verify_error", "verify cert failed: verify SAN list"),
          Map.entry("x509_error", "certificate has expired"),
          Map.entry("depth", "0"),
          Map.entry("strerror", "Connection refused"),
          Map.entry("errno", "111"),
          Map.entry("remote_address", "10.1.2.3:8080"),
          Map.entry("source_address", "10.1.2.4:0"),
          Map.entry("quic_error", "QUIC_NETWORK_IDLE_TIMEOUT"),
          Map.entry("quic_rst_error", "QUIC_STREAM_CANCELLED"),
          Map.entry("quic_rst_stream_error", "QUIC_STREAM_CANCELLED"),
          Map.entry("quic_source", "FROM_PEER"),
          Map.entry("quic_error_details", "No recent network activity"),
          Map.entry("pool_failure_reason", "2"),
          Map.entry("protocol", "QUIC"),
          Map.entry("upstream_failure_reason", "0"),
          Map.entry("upstream_host", "10.1.2.3:8080"),
          Map.entry("status", "503"),
          Map.entry("http_status", "503"),
          Map.entry("grpc_status", "14"),
          Map.entry("grpc_message", "upstream connect error"),
          Map.entry("grpc_code_name", "INVALID_ARGUMENT"),
          Map.entry("status_code_name", "INVALID_ARGUMENT"),
          Map.entry("jwt_status", "Jwt is expired"),
          Map.entry("stream_id", "7"),
          Map.entry("san", "example.com"));

  private SampleTexts() {}

  /** The text that stands for all of its kind. */
  public static String of(Message message) {
    if (!message.sample().isEmpty()) {
      return message.sample();
    }
    Template template = Template.parse(message.template());
    StringBuilder text = new StringBuilder(template.literals().get(0));
    for (int i = 0; i < template.variables().size(); i++) {
      text.append(VALUES.getOrDefault(template.variables().get(i), WORD));
      text.append(template.literals().get(i + 1));
    }
    return text.toString();
  }
}

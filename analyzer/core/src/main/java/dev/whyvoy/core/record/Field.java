package dev.whyvoy.core.record;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an access record, named after Envoy's command operators, and what wrappers around a
 * line add. {@link #key()} is the name in lower snake case.
 */
public enum Field {
  START_TIME(FieldType.TIME, "START_TIME", "START_TIME_LOCAL"),
  EMIT_TIME(FieldType.TIME, "EMIT_TIME", "EMIT_TIME_LOCAL"),
  METHOD(FieldType.METHOD, ":method"),
  PATH(FieldType.FREE, "PATH", ":path", "x-envoy-original-path", "path"),
  PROTOCOL(FieldType.PROTOCOL, "PROTOCOL"),
  RESPONSE_CODE(FieldType.CODE, "RESPONSE_CODE"),
  RESPONSE_FLAGS(FieldType.FLAGS, "RESPONSE_FLAGS"),
  RESPONSE_FLAGS_LONG(FieldType.NAME, "RESPONSE_FLAGS_LONG"),
  CUSTOM_FLAGS(FieldType.NAME, "CUSTOM_FLAGS"),
  RESPONSE_CODE_DETAILS(FieldType.DETAILS, "RESPONSE_CODE_DETAILS"),
  CONNECTION_TERMINATION_DETAILS(FieldType.TERMINATION, "CONNECTION_TERMINATION_DETAILS"),
  UPSTREAM_TRANSPORT_FAILURE_REASON(FieldType.FREE, "UPSTREAM_TRANSPORT_FAILURE_REASON"),
  DOWNSTREAM_TRANSPORT_FAILURE_REASON(FieldType.FREE, "DOWNSTREAM_TRANSPORT_FAILURE_REASON"),
  UPSTREAM_LOCAL_CLOSE_REASON(FieldType.FREE, "UPSTREAM_LOCAL_CLOSE_REASON"),
  DOWNSTREAM_LOCAL_CLOSE_REASON(FieldType.FREE, "DOWNSTREAM_LOCAL_CLOSE_REASON"),
  UPSTREAM_DETECTED_CLOSE_TYPE(FieldType.ID, "UPSTREAM_DETECTED_CLOSE_TYPE"),
  DOWNSTREAM_DETECTED_CLOSE_TYPE(FieldType.ID, "DOWNSTREAM_DETECTED_CLOSE_TYPE"),
  /** What Google's load balancers log instead of response code details. */
  STATUS_DETAILS(FieldType.NAME),
  LOCAL_REPLY_BODY(FieldType.FREE, "LOCAL_REPLY_BODY"),
  BYTES_RECEIVED(FieldType.INTEGER, "BYTES_RECEIVED"),
  BYTES_SENT(FieldType.INTEGER, "BYTES_SENT"),
  DOWNSTREAM_WIRE_BYTES_RECEIVED(FieldType.INTEGER, "DOWNSTREAM_WIRE_BYTES_RECEIVED"),
  DOWNSTREAM_WIRE_BYTES_SENT(FieldType.INTEGER, "DOWNSTREAM_WIRE_BYTES_SENT"),
  UPSTREAM_WIRE_BYTES_RECEIVED(FieldType.INTEGER, "UPSTREAM_WIRE_BYTES_RECEIVED"),
  UPSTREAM_WIRE_BYTES_SENT(FieldType.INTEGER, "UPSTREAM_WIRE_BYTES_SENT"),
  DURATION(FieldType.INTEGER, "DURATION"),
  REQUEST_DURATION(FieldType.INTEGER, "REQUEST_DURATION"),
  REQUEST_TX_DURATION(FieldType.INTEGER, "REQUEST_TX_DURATION"),
  RESPONSE_DURATION(FieldType.INTEGER, "RESPONSE_DURATION"),
  RESPONSE_TX_DURATION(FieldType.INTEGER, "RESPONSE_TX_DURATION"),
  ROUNDTRIP_DURATION(FieldType.INTEGER, "ROUNDTRIP_DURATION"),
  DOWNSTREAM_HANDSHAKE_DURATION(FieldType.INTEGER, "DOWNSTREAM_HANDSHAKE_DURATION"),
  UPSTREAM_CONNECTION_POOL_READY_DURATION(
      FieldType.INTEGER, "UPSTREAM_CONNECTION_POOL_READY_DURATION"),
  UPSTREAM_SERVICE_TIME(FieldType.INTEGER, "<x-envoy-upstream-service-time"),
  UPSTREAM_REQUEST_ATTEMPT_COUNT(
      FieldType.INTEGER,
      "UPSTREAM_REQUEST_ATTEMPT_COUNT",
      "x-envoy-attempt-count",
      "<x-envoy-attempt-count"),
  X_FORWARDED_FOR(FieldType.ADDRESSES, "x-forwarded-for"),
  USER_AGENT(FieldType.FREE, "user-agent"),
  REQUEST_ID(FieldType.ID, "x-request-id", "<x-request-id"),
  AUTHORITY(FieldType.HOST, ":authority", "authority", "x-envoy-original-host", "host"),
  REFERER(FieldType.FREE, "referer"),
  CONTENT_TYPE(FieldType.FREE, "content-type", "<content-type"),
  SERVER(FieldType.FREE, "<server"),
  GRPC_STATUS(FieldType.NAME, "GRPC_STATUS", "<grpc-status", ">grpc-status"),
  GRPC_STATUS_NUMBER(FieldType.INTEGER, "GRPC_STATUS_NUMBER"),
  GRPC_MESSAGE(FieldType.FREE, "<grpc-message", ">grpc-message"),
  TRACE_ID(FieldType.ID, "TRACE_ID", "traceparent", "x-b3-traceid", "uber-trace-id"),
  UPSTREAM_HOST(FieldType.ADDRESS, "UPSTREAM_HOST"),
  UPSTREAM_HOST_NAME(FieldType.NAME, "UPSTREAM_HOST_NAME", "UPSTREAM_HOST_NAME_WITHOUT_PORT"),
  UPSTREAM_HOSTS_ATTEMPTED(
      FieldType.NAME, "UPSTREAM_HOSTS_ATTEMPTED", "UPSTREAM_HOSTS_ATTEMPTED_WITHOUT_PORT"),
  UPSTREAM_CLUSTER(FieldType.NAME, "UPSTREAM_CLUSTER", "UPSTREAM_CLUSTER_RAW"),
  UPSTREAM_LOCAL_ADDRESS(
      FieldType.ADDRESS, "UPSTREAM_LOCAL_ADDRESS", "UPSTREAM_LOCAL_ADDRESS_WITHOUT_PORT"),
  UPSTREAM_REMOTE_ADDRESS(
      FieldType.ADDRESS, "UPSTREAM_REMOTE_ADDRESS", "UPSTREAM_REMOTE_ADDRESS_WITHOUT_PORT"),
  DOWNSTREAM_LOCAL_ADDRESS(
      FieldType.ADDRESS, "DOWNSTREAM_LOCAL_ADDRESS", "DOWNSTREAM_LOCAL_ADDRESS_WITHOUT_PORT"),
  DOWNSTREAM_REMOTE_ADDRESS(
      FieldType.ADDRESS, "DOWNSTREAM_REMOTE_ADDRESS", "DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT"),
  DOWNSTREAM_DIRECT_REMOTE_ADDRESS(
      FieldType.ADDRESS,
      "DOWNSTREAM_DIRECT_REMOTE_ADDRESS",
      "DOWNSTREAM_DIRECT_REMOTE_ADDRESS_WITHOUT_PORT"),
  REQUESTED_SERVER_NAME(FieldType.NAME, "REQUESTED_SERVER_NAME"),
  UPSTREAM_SERVER_NAME(FieldType.NAME, "UPSTREAM_SERVER_NAME"),
  ROUTE_NAME(FieldType.NAME, "ROUTE_NAME"),
  VIRTUAL_CLUSTER_NAME(FieldType.NAME, "VIRTUAL_CLUSTER_NAME"),
  FILTER_CHAIN_NAME(FieldType.NAME, "FILTER_CHAIN_NAME"),
  UPSTREAM_PROTOCOL(FieldType.PROTOCOL, "UPSTREAM_PROTOCOL"),
  CONNECTION_ID(FieldType.INTEGER, "CONNECTION_ID"),
  UPSTREAM_CONNECTION_ID(FieldType.INTEGER, "UPSTREAM_CONNECTION_ID"),
  STREAM_ID(FieldType.ID, "STREAM_ID"),
  ACCESS_LOG_TYPE(FieldType.ID, "ACCESS_LOG_TYPE"),
  HOSTNAME(FieldType.NAME, "HOSTNAME"),
  DOWNSTREAM_TLS_VERSION(FieldType.ID, "DOWNSTREAM_TLS_VERSION"),
  DOWNSTREAM_TLS_CIPHER(FieldType.ID, "DOWNSTREAM_TLS_CIPHER"),
  DOWNSTREAM_PEER_SUBJECT(FieldType.FREE, "DOWNSTREAM_PEER_SUBJECT"),
  DOWNSTREAM_PEER_ISSUER(FieldType.FREE, "DOWNSTREAM_PEER_ISSUER"),
  DOWNSTREAM_PEER_URI_SAN(FieldType.NAME, "DOWNSTREAM_PEER_URI_SAN"),
  DOWNSTREAM_PEER_CERT_V_END(FieldType.TIME, "DOWNSTREAM_PEER_CERT_V_END"),
  UPSTREAM_TLS_VERSION(FieldType.ID, "UPSTREAM_TLS_VERSION"),
  UPSTREAM_TLS_CIPHER(FieldType.ID, "UPSTREAM_TLS_CIPHER"),
  UPSTREAM_PEER_SUBJECT(FieldType.FREE, "UPSTREAM_PEER_SUBJECT"),
  UPSTREAM_PEER_ISSUER(FieldType.FREE, "UPSTREAM_PEER_ISSUER"),
  UPSTREAM_PEER_URI_SAN(FieldType.NAME, "UPSTREAM_PEER_URI_SAN"),
  UPSTREAM_PEER_CERT_V_END(FieldType.TIME, "UPSTREAM_PEER_CERT_V_END"),
  /** Verdict of Istio's Mixer, in formats up to Istio 1.7. */
  ISTIO_POLICY_STATUS(FieldType.FREE, "*istio.mixer:status"),
  /** What ztunnel logs of the client: its namespace and workload, {@code shop/web-7d9}. */
  SOURCE_WORKLOAD(FieldType.NAME),
  /** What ztunnel logs of the server. */
  DESTINATION_WORKLOAD(FieldType.NAME),
  /** Which way ztunnel looked: {@code inbound} to a workload on its node, or {@code outbound}. */
  TUNNEL_DIRECTION(FieldType.ID),
  /** Time stamp a wrapper put before the line. */
  LOG_TIME(FieldType.TIME),
  /** Output stream a container runtime read the line from. */
  STREAM(FieldType.ID),
  POD(FieldType.ID),
  CONTAINER(FieldType.ID),
  NAMESPACE(FieldType.ID),
  NODE(FieldType.ID);

  /** Number of fields. */
  public static final int COUNT = values().length;

  private static final Field[] ALL = values();
  private static final Map<String, Field> BY_KEY = new HashMap<>();
  private static final Map<String, Field> BY_SOURCE = new HashMap<>();

  static {
    for (Field field : ALL) {
      BY_KEY.put(field.key, field);
      for (String source : field.sources) {
        BY_SOURCE.put(source, field);
      }
    }
  }

  private final FieldType type;
  private final String key;
  private final String[] sources;

  /**
   * @param sources what fills the field: a command operator; a request header; {@code <} and a
   *     response header; {@code >} and a trailer; {@code *} and a metadata key
   */
  Field(FieldType type, String... sources) {
    this.type = type;
    this.key = name().toLowerCase(Locale.ROOT);
    this.sources = sources;
  }

  /** What its values look like. */
  public FieldType type() {
    return type;
  }

  /** The name in lower snake case, as in CSV, JSON and {@code --where}. */
  public String key() {
    return key;
  }

  /** The name of the fact that holds the field in the knowledge base. */
  public String fact() {
    return switch (this) {
      case DURATION -> "duration_ms";
      case UPSTREAM_SERVICE_TIME -> "upstream_service_time_ms";
      case UPSTREAM_REQUEST_ATTEMPT_COUNT -> "attempt_count";
      case SERVER -> "server_header";
      default -> key;
    };
  }

  /** The field called {@code key}, or null. */
  public static @Nullable Field of(String key) {
    return BY_KEY.get(key);
  }

  /** The field that the fact {@code name} holds, or null. */
  public static @Nullable Field ofFact(String name) {
    return switch (name) {
      case "duration_ms" -> DURATION;
      case "upstream_service_time_ms" -> UPSTREAM_SERVICE_TIME;
      case "attempt_count" -> UPSTREAM_REQUEST_ATTEMPT_COUNT;
      case "server_header" -> SERVER;
      default -> of(name);
    };
  }

  static Field at(int ordinal) {
    return ALL[ordinal];
  }

  /**
   * The field that a command operator fills.
   *
   * @param command name of the operator, such as {@code REQ}
   * @param main its first argument, such as {@code X-ENVOY-ORIGINAL-PATH}; empty if none
   * @param alternative its second argument, such as {@code :PATH}; empty if none
   */
  public static @Nullable Field ofCommand(String command, String main, String alternative) {
    String before =
        switch (command) {
          case "REQ", "REQUEST_HEADER", "REQ_WITHOUT_QUERY", "STREAM_INFO_REQ" -> "";
          case "RESP", "RESPONSE_HEADER" -> "<";
          case "TRAILER", "RESPONSE_TRAILER" -> ">";
          case "DYNAMIC_METADATA" -> "*";
          default -> null;
        };
    if (before == null) {
      return BY_SOURCE.get(command);
    }
    Field field = BY_SOURCE.get(before + main.toLowerCase(Locale.ROOT));
    return field != null || alternative.isEmpty()
        ? field
        : BY_SOURCE.get(before + alternative.toLowerCase(Locale.ROOT));
  }
}

package dev.whyvoy.bench;

/** One request of the made-up traffic; empty texts were absent. */
public record Request(
    String method,
    String path,
    String protocol,
    int code,
    String flags,
    String details,
    String reason,
    long received,
    long sent,
    long duration,
    long serviceTime,
    String forwardedFor,
    String userAgent,
    String requestId,
    String authority,
    String upstreamHost,
    String cluster,
    String upstreamLocal,
    String downstreamLocal,
    String downstreamRemote,
    String serverName,
    String route) {}

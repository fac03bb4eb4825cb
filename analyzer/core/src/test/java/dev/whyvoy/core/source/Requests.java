package dev.whyvoy.core.source;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;

/** Made-up requests, as columns to values; a dash is what Envoy writes for nothing. */
final class Requests {
  static final List<Map<String, String>> ALL = load();

  /** Those that are HTTP. */
  static final List<Map<String, String>> HTTP =
      ALL.stream().filter(request -> !request.get("protocol").equals("-")).toList();

  private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("REQ(:METHOD)", "method");
    COLUMNS.put("REQ(X-ENVOY-ORIGINAL-PATH?:PATH)", "path");
    COLUMNS.put("RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)", "upstream_service_time");
    COLUMNS.put("REQ(X-FORWARDED-FOR)", "x_forwarded_for");
    COLUMNS.put("REQ(USER-AGENT)", "user_agent");
    COLUMNS.put("REQ(X-REQUEST-ID)", "request_id");
    COLUMNS.put("REQ(:AUTHORITY)", "authority");
    COLUMNS.put("REQ(X-ENVOY-ORIGINAL-HOST?:AUTHORITY)", "authority");
    COLUMNS.put("REQ(X-B3-TRACEID)", "trace_id");
    COLUMNS.put("REQ(X-B3-TRACEID?X-DATADOG-TRACEID)", "trace_id");
    COLUMNS.put("REQ(UBER-TRACE-ID)", "trace_id");
    COLUMNS.put("UPSTREAM_CLUSTER_RAW", "upstream_cluster");
  }

  private Requests() {}

  private static List<Map<String, String>> load() {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(Requests.class.getResourceAsStream("/formats/requests.csv")),
            StandardCharsets.UTF_8)) {
      CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
      return format.parse(in).stream().map(record -> (Map<String, String>) record.toMap()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The column that a command operator shows, without its percent signs; empty if none. */
  static String column(String command) {
    String plain = command.replace("REQUEST_HEADER(", "REQ(").replace("RESPONSE_HEADER(", "RESP(");
    String column = COLUMNS.getOrDefault(plain, plain.toLowerCase(java.util.Locale.ROOT));
    return ALL.get(0).containsKey(column) ? column : "";
  }
}

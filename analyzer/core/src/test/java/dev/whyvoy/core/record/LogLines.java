package dev.whyvoy.core.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Lines of access logs, made up; the addresses are those set aside for documentation. */
public final class LogLines {
  /** Istio's text format since 1.9. */
  public static final String ISTIO =
      "[2024-05-01T10:00:00.123Z] \"GET /items?q=1 HTTP/1.1\" 503 UF,URX"
          + " upstream_reset_before_response_started{connection_failure} -"
          + " \"delayed_connect_error:_111\" 12 95 34 - \"203.0.113.9\" \"curl/8.5.0\""
          + " \"0a1b2c3d-0000-4000-8000-000000000001\" \"shop.example\" \"192.0.2.7:8080\""
          + " outbound|80||shop.demo.svc.cluster.local 192.0.2.1:41000 198.51.100.4:80"
          + " 203.0.113.9:50000 - default";

  /** Envoy's own format. */
  public static final String ENVOY =
      "[2024-05-01T10:00:01.000Z] \"POST /cart HTTP/2\" 200 - 7 11 3 2 \"203.0.113.9\""
          + " \"agent/1\" \"0a1b2c3d-0000-4000-8000-000000000002\" \"shop.example\""
          + " \"192.0.2.7:8080\"";

  /** Istio's text format of 1.8. */
  public static final String ISTIO_1_8 =
      ISTIO.replace(" upstream_reset_before_response_started{connection_failure} -", "");

  /** Istio's JSON format. */
  public static final String JSON =
      "{\"start_time\":\"2024-05-01T10:00:02.000Z\",\"method\":\"GET\",\"path\":\"/j\","
          + "\"protocol\":\"HTTP/1.1\",\"response_code\":504,\"response_flags\":\"UT\","
          + "\"response_code_details\":\"response_timeout\","
          + "\"connection_termination_details\":null,\"bytes_received\":0,\"bytes_sent\":24,"
          + "\"duration\":15000,\"upstream_service_time\":null,\"authority\":\"shop.example\","
          + "\"upstream_host\":\"[2001:db8::7]:8080\",\"route_name\":\"default\","
          + "\"upstream_cluster\":\"outbound|80||shop.demo.svc.cluster.local\"}";

  /** A TCP connection in Envoy's own format. */
  public static final String TCP =
      "[2024-05-01T10:00:03.000Z] \"- - -\" 0 UF 0 0 5 - \"-\" \"-\" \"-\" \"-\""
          + " \"192.0.2.9:5432\"";

  /** A line of Envoy's component log. */
  public static final String APPLICATION =
      "[2024-05-01 10:00:04.000][12][warning][config] [source/a.cc:1] something happened";

  /** One of each. */
  public static final List<String> ALL = List.of(ISTIO, ENVOY, ISTIO_1_8, JSON, TCP, APPLICATION);

  private LogLines() {}

  /** A log of {@code count} lines of every sort, damaged ones among them. */
  public static byte[] mixed(long seed, int count) {
    Random random = new Random(seed);
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < count; i++) {
      log.append(any(random)).append(random.nextInt(4) == 0 ? "\r\n" : "\n");
      if (i == count / 2) {
        log.append(ENVOY.replace("/cart", "/" + "x".repeat(20_000))).append('\n');
      }
    }
    return log.append(ISTIO, 0, 150).toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String any(Random random) {
    String line = ALL.get(random.nextInt(ALL.size()));
    line =
        line.replace("192.0.2.7", "192.0.2." + random.nextInt(40))
            .replace("10:00:0", "10:" + (10 + random.nextInt(40)) + ":0")
            .replace(" 34 - ", " " + random.nextInt(5000) + " - ")
            .replace("000000000001", "00000" + (1_000_000 + random.nextInt(9_000_000)));
    return switch (random.nextInt(12)) {
      case 0 -> "";
      case 1 -> line.substring(0, random.nextInt(line.length()));
      case 2 -> line.substring(random.nextInt(line.length()));
      case 3 -> line.replace('1', (char) (128 + random.nextInt(128)));
      case 4 -> "just some words " + random.nextInt();
      default -> line;
    };
  }

  /** {@code text}, padded as readers want it. */
  public static byte[] padded(byte[] text) {
    return Arrays.copyOf(text, text.length + Bytes.PADDING);
  }
}

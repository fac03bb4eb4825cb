package dev.whyvoy.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What every HTML report carries: styles and scripts, and the policy that allows these and nothing
 * else.
 *
 * @param policy for {@code Content-Security-Policy}
 */
record HtmlAssets(String policy, String style, List<String> scripts) {

  /** With a chart, and tables to sort and filter. */
  static HtmlAssets load() {
    return of(
        read("uPlot.min.css") + "\n" + read("report.css"),
        List.of(
            "/* uPlot\n" + read("LICENSE") + "*/\n" + read("uPlot.iife.min.js"),
            read("chart.js"),
            read("table.js")));
  }

  /** With tables to sort and filter. */
  static HtmlAssets ofTables() {
    return of(read("report.css"), List.of(read("table.js")));
  }

  private static HtmlAssets of(String style, List<String> scripts) {
    String policy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
            + hash(style)
            + "; script-src "
            + scripts.stream().map(HtmlAssets::hash).collect(Collectors.joining(" "));
    return new HtmlAssets(policy, style, scripts);
  }

  /** Names a text that a policy allows. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String read(String name) {
    try (InputStream in = HtmlAssets.class.getResourceAsStream("html/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not packaged: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

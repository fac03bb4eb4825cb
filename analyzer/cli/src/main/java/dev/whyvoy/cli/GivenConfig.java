package dev.whyvoy.cli;

import dev.whyvoy.core.config.ProxyConfig;
import dev.whyvoy.core.config.UnreadableConfig;
import dev.whyvoy.core.fact.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The option that names a proxy's configuration. Loads nothing unless it is used. */
final class GivenConfig {
  private GivenConfig() {}

  static OptionSpec option() {
    return Options.values(
        "--config",
        "FILE",
        "evidence: Envoy's /config_dump, /clusters, /stats,",
        "/server_info, a bootstrap, or YAML of Istio or of the",
        "Gateway API; repeatable");
  }

  static boolean isGiven(ParseResult arguments) {
    return !arguments.matchedOptionValue("--config", List.of()).isEmpty();
  }

  /** What adds to facts what the configuration says; nothing if none was given. */
  static UnaryOperator<Facts> of(ParseResult arguments) throws IOException {
    List<String> files = arguments.matchedOptionValue("--config", List.of());
    return files.isEmpty() ? UnaryOperator.identity() : read(files);
  }

  private static UnaryOperator<Facts> read(List<String> files) throws IOException {
    ProxyConfig config = new ProxyConfig();
    for (String file : files) {
      try (InputStream in = Files.newInputStream(Path.of(file))) {
        config.add(in, OptionalLong.of(Files.getLastModifiedTime(Path.of(file)).toMillis()));
      } catch (NoSuchFileException e) {
        throw new UsageException("--config " + file + ": no such file");
      } catch (UnreadableConfig e) {
        throw new UsageException("--config " + file + ": " + e.getMessage());
      } catch (IOException e) {
        throw new IOException("--config " + file + ": " + e.getMessage(), e);
      }
    }
    return config::with;
  }
}

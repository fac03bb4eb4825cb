package dev.whyvoy.core.config;

import dev.whyvoy.core.diagnose.Wording;
import dev.whyvoy.core.fact.FactNames;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the process says of itself: {@code /server_info} (ServerInfoHandler::handlerServerInfo) and
 * the {@code server.} gauges of {@code /stats}.
 */
public final class ServerState {
  /** States in the order of ServerInfo.State, as the gauge {@code server.state} numbers them. */
  private static final List<String> STATES =
      List.of("live", "draining", "pre_initializing", "initializing");

  /** So soon after the start a failure may be that of a start, in ms. */
  private static final long JUST = 60_000;

  /** Clocks and file times may be off by this, in ms. */
  private static final long SKEW = 2000;

  private String version = "";
  private String state = "";
  private OptionalLong uptime = OptionalLong.empty();
  private OptionalLong epoch = OptionalLong.empty();
  private OptionalLong certificateDays = OptionalLong.empty();
  private OptionalLong started = OptionalLong.empty();

  ServerState() {}

  /**
   * Takes over what {@code /server_info} says; false if a document is none.
   *
   * @param asOf when it was asked, in ms since 1970, as far as that is known
   */
  boolean read(Tree document, OptionalLong asOf) {
    Tree options = document.get("command_line_options");
    boolean known = options.exists() || document.get("hot_restart_version").exists();
    if (!known) {
      return false;
    }
    version = release(document.text("version"));
    String named = document.text("state").toLowerCase(Locale.ROOT);
    state = STATES.contains(named) ? named : state;
    uptime = Lengths.millis(document.text("uptime_current_epoch"));
    started(asOf);
    if (options.get("restart_epoch").exists()) {
      number(options.text("restart_epoch")).ifPresent(n -> epoch = OptionalLong.of(n));
    }
    return true;
  }

  /** Takes over a gauge, its name without {@code server.}. */
  void gauge(String name, long value, OptionalLong asOf) {
    switch (name) {
      case "state" -> state = value >= 0 && value < STATES.size() ? STATES.get((int) value) : state;
      case "uptime" -> {
        uptime = OptionalLong.of(1000 * value);
        started(asOf);
      }
      case "hot_restart_epoch" -> epoch = OptionalLong.of(value);
      case "days_until_first_cert_expiring" -> certificateDays = OptionalLong.of(value);
      default -> {}
    }
  }

  private void started(OptionalLong asOf) {
    if (uptime.isPresent() && asOf.isPresent()) {
      started = OptionalLong.of(asOf.getAsLong() - uptime.getAsLong());
    }
  }

  private static OptionalLong number(String text) {
    return text.matches("[0-9]{1,9}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  /** {@code 1.30.1} of {@code 222b03e/1.30.1/Clean/RELEASE/BoringSSL}. */
  private static String release(String version) {
    for (String part : version.split("/", -1)) {
      if (part.matches("1\\.[0-9]{1,3}(\\.[0-9]{1,3})?(-[a-z0-9.-]{1,40})?")) {
        return part;
      }
    }
    return "";
  }

  void addTo(Facts facts, Facts.Builder all) {
    if (!version.isEmpty()) {
      all.set("config_version", version);
      all.set("config_minor", Long.parseLong(version.split("[.-]", -1)[1]));
      fits(facts).ifPresent(fits -> all.set("config_version_fits", fits.toString()));
    }
    if (!state.isEmpty()) {
      all.set("config_state", state);
    }
    uptime.ifPresent(ms -> all.set("config_uptime_s", ms / 1000));
    epoch.ifPresent(n -> all.set("config_restart_epoch", n));
    certificateDays.ifPresent(n -> all.set("config_certificate_days", n));
    OptionalLong time = facts.number(FactNames.START_TIME_MS);
    if (started.isPresent() && time.isPresent()) {
      long before = time.getAsLong() - started.getAsLong();
      if (before >= -SKEW && before <= JUST) {
        all.set("config_started", "just-before");
        all.set("config_started_before_ms", Math.max(0, before));
      } else if (before > JUST) {
        all.set("config_started", "long-before");
      } else {
        all.set("config_started", "after");
      }
    }
  }

  /** Whether the running release can have written the message; empty if every one can. */
  private Optional<Boolean> fits(Facts facts) {
    Wording wording = Wording.of(facts);
    Optional<EnvoyVersion> release = EnvoyVersion.parse(version);
    return wording.isAny() || release.isEmpty()
        ? Optional.empty()
        : release.map(running -> wording.nearest(running).equals(running));
  }

  /** What facts with these in them should say to the reader, a sentence each. */
  public static List<String> words(Facts facts) {
    List<String> words = new ArrayList<>();
    String version = facts.get("config_version").orElse("");
    if (facts.holds("config_version_fits", "false")) {
      words.add(
          "the Envoy of --config is "
              + version
              + ", which does not write this wording ("
              + Wording.of(facts).words()
              + " does): this text is of another proxy, or from before or after an upgrade");
    }
    if (facts.holds("config_started", "just-before")) {
      words.add(
          "the Envoy of --config had started only "
              + Math.round(facts.number("config_started_before_ms").orElse(0) / 1000.0)
              + " s before (by its uptime and the time of the file)");
    } else if (facts.holds("config_started", "after")) {
      words.add(
          "the Envoy of --config started after this failure (by its uptime and the time of the"
              + " file): its counters do not know of it");
    }
    String state = facts.get("config_state").orElse("live");
    if (!state.equals("live")) {
      words.add("the Envoy of --config is " + state.replace('_', '-'));
    }
    return words;
  }
}

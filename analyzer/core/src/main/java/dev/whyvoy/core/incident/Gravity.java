package dev.whyvoy.core.incident;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.Level;
import dev.whyvoy.core.knowledge.Locus;
import java.util.Set;

/** How much a failure says that something is wrong, before its number and time are looked at. */
enum Gravity {
  /** Envoy could not do what it is there for: rare where all is well. */
  FAULT,
  /** The server gave up late, or answered with an error of its own: rare, but not by chance. */
  SERVER,
  /** Clients, policies and applications cause it every day. */
  ORDINARY;

  /** Answers of the server itself, as it stands in the log. */
  private static final Set<String> ANSWERED = Set.of("EV901", "EV902", "EV903", "EV904");

  /** Status codes of gRPC by which a server says that it is the server's fault. */
  private static final Set<String> SERVERS_FAULT = Set.of("2", "4", "8", "12", "13", "14", "15");

  static Gravity of(Diagnosis diagnosis, String status, Facts facts) {
    if (ANSWERED.contains(diagnosis.code())) {
      Set<String> grpc = facts.all("grpc_status");
      return status.startsWith("5") || grpc.stream().anyMatch(SERVERS_FAULT::contains)
          ? SERVER
          : ORDINARY;
    }
    boolean clients =
        diagnosis.locus() == Locus.DOWNSTREAM
            || diagnosis.locus() == Locus.LISTENER
            || diagnosis.locus() == Locus.FILTER && diagnosis.level() != Level.ERROR;
    if (clients || status.length() == 3 && status.charAt(0) >= '3' && status.charAt(0) <= '4') {
      return ORDINARY;
    }
    return diagnosis.code().startsWith("EV60") ? SERVER : FAULT;
  }

  /** Whether the application itself answered so, and not Envoy in front of it. */
  static boolean isAnswer(Diagnosis diagnosis) {
    return ANSWERED.contains(diagnosis.code());
  }
}

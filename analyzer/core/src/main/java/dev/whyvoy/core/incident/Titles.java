package dev.whyvoy.core.incident;

import java.util.List;
import java.util.Locale;

/** Says in words what failed, and where. */
final class Titles {
  private static final String MESH_DOMAIN = ".svc.cluster.local";

  private Titles() {}

  static String of(Scene scene, Place place) {
    String clause = clause(scene.main().atom().finding().line());
    String where = clusters(scene.clusters());
    return switch (place.kind()) {
      case HOST -> of(clause, "host " + place.value() + (where.isEmpty() ? "" : " of " + where));
      case HOSTS -> of(clause, place.value() + " hosts" + (where.isEmpty() ? "" : " of " + where));
      case ADDRESS_BLOCK ->
          of(clause, "hosts in " + place.value() + (where.isEmpty() ? "" : " of " + where));
      case CLIENT,
          USER_AGENT,
          METHOD,
          ROUTE,
          PATH,
          AUTHORITY,
          PROTOCOL,
          POD,
          NODE,
          SOURCE_WORKLOAD,
          DESTINATION_WORKLOAD ->
          place.kind().word()
              + " "
              + place.value()
              + ": "
              + clause
              + (where.isEmpty() || scene.clusters().size() > 1 ? "" : ", at " + where);
      case CLUSTER, CLUSTERS -> where + ": " + clause;
      case EVERYWHERE -> clause;
    };
  }

  /** The clause about that place: in the place of the upstream host if it speaks of one. */
  private static String of(String clause, String subject) {
    for (String upstream : List.of("the upstream host", "upstream host", "the upstream")) {
      if (clause.startsWith(upstream + " ")) {
        return subject + clause.substring(upstream.length());
      }
      if (clause.contains(" to " + upstream + " ")) {
        return clause.replace(" to " + upstream + " ", " to " + subject + " ");
      }
      if (clause.endsWith(" to " + upstream)) {
        return clause.substring(0, clause.length() - upstream.length()) + subject;
      }
    }
    return subject + ": " + clause;
  }

  /** The first clause of a one-liner, without addresses in it. */
  private static String clause(String line) {
    int end = line.indexOf(';');
    String clause = end < 0 ? line : line.substring(0, end);
    return clause
        .replace(", also on retry", "")
        .replaceAll("upstream host \\d\\S*", "upstream host");
  }

  private static String clusters(List<Place.Part> clusters) {
    if (clusters.isEmpty()) {
      return "";
    }
    String first = cluster(clusters.get(0).name());
    return switch (clusters.size()) {
      case 1 -> first;
      case 2 -> first + " and " + cluster(clusters.get(1).name());
      default -> first + " and " + (clusters.size() - 1) + " more clusters";
    };
  }

  /** {@code orders.shop} for {@code outbound|80||orders.shop.svc.cluster.local}. */
  static String cluster(String name) {
    String[] parts = name.split("\\|", -1);
    if (parts.length == 4) {
      if (parts[3].isEmpty()) {
        return "port " + parts[1] + " of the pod";
      }
      String host = parts[3];
      String plain =
          host.toLowerCase(Locale.ROOT).endsWith(MESH_DOMAIN)
              ? host.substring(0, host.length() - MESH_DOMAIN.length())
              : host;
      return parts[2].isEmpty() ? plain : plain + " subset " + parts[2];
    }
    return name;
  }
}

package dev.whyvoy.core.fact;

import static dev.whyvoy.core.fact.FactNames.AUTHORITY;
import static dev.whyvoy.core.fact.FactNames.AUTHORITY_FORM;
import static dev.whyvoy.core.fact.FactNames.REQUESTED_SERVER_NAME;
import static dev.whyvoy.core.fact.FactNames.SNI_VS_AUTHORITY;

import java.util.Locale;

/** How the authority is written, and whether the SNI names the same host. */
final class AuthorityFacts {
  private static final String MESH_SNI = "_._.";

  private AuthorityFacts() {}

  static void add(Facts facts, Facts.Builder derived) {
    String authority = facts.get(AUTHORITY).orElse("");
    if (!authority.isEmpty()) {
      derived.set(AUTHORITY_FORM, form(authority));
    }
    String comparison = compare(facts, authority);
    if (!comparison.isEmpty()) {
      derived.set(SNI_VS_AUTHORITY, comparison);
    }
  }

  private static String form(String authority) {
    String host = Addresses.host(authority);
    if (Addresses.isIp(host)) {
      return "ip";
    }
    int half = host.length() / 2;
    String[] listed = host.split("[, ]+");
    boolean repeated =
        (listed.length > 1 && listed[0].equals(listed[1]))
            || (half > 3
                && host.indexOf('.') > 0
                && host.startsWith(host.substring(host.length() - half)));
    if (repeated) {
      return "repeated";
    }
    if (Addresses.port(authority) >= 0) {
      return "with_port";
    }
    return authority.endsWith(".") ? "trailing_dot" : "plain";
  }

  private static String compare(Facts facts, String authority) {
    String sni = facts.get(REQUESTED_SERVER_NAME).orElse("");
    if (sni.isEmpty()) {
      return facts.lacks(REQUESTED_SERVER_NAME) && !authority.isEmpty() ? "no_sni" : "";
    }
    if (authority.isEmpty()) {
      return facts.lacks(AUTHORITY) ? "no_authority" : "";
    }
    String host = plain(Addresses.host(authority));
    int mesh = sni.indexOf(MESH_SNI);
    if (mesh >= 0) {
      String service = plain(sni.substring(mesh + MESH_SNI.length()));
      return service.equals(host) || service.startsWith(host + ".") ? "same" : "";
    }
    return plain(sni).equals(host) ? "same" : "different";
  }

  private static String plain(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}

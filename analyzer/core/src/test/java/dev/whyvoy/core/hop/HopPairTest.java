package dev.whyvoy.core.hop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopPairTest {
  private static final long START = 1_767_225_600_000L;
  private static final String ID = "3f0c9a52-7b1e-4d6a-9c11-5a2b7e8d9f01";

  @ParameterizedTest
  @CsvSource({
    "503,UC,upstream_reset_before_response_started{connection_termination},12,400,DPE,http1.codec_error,1,REFUSED_REQUEST",
    "502,UPE,upstream_reset_before_response_started{protocol_error},9,0,DC,downstream_remote_disconnect,8,REFUSED_ANSWER",
    "503,-,via_upstream,9,503,UF,upstream_reset_before_response_started{remote_connection_failure},8,FAILED_BEHIND",
    "503,UC,upstream_reset_before_response_started{connection_termination},9,503,UC,upstream_reset_before_response_started{connection_termination},8,FAILED_BEHIND",
    "403,-,via_upstream,9,403,-,rbac_access_denied_matched_policy[none],1,DENIED_BEHIND",
    "500,-,via_upstream,9,500,-,via_upstream,8,PASSED_ON",
    "0,DC,downstream_remote_disconnect,900,0,DC,downstream_remote_disconnect,899,CLIENT_LEFT",
    "504,UT,response_timeout,5000,0,DC,downstream_remote_disconnect,4999,GAVE_UP_BEFORE",
    "504,UT,response_timeout,5000,504,UT,response_timeout,15000,GAVE_UP_BEFORE",
    "503,UC,upstream_reset_before_response_started{connection_termination},700,0,DC,downstream_remote_disconnect,699,CUT_BETWEEN",
    "503,UR,upstream_reset_before_response_started{remote_reset},7,0,DR,http2.remote_reset,6,CUT_BETWEEN",
    "503,UC,x,7,503,-,-,6,UNCLEAR"
  })
  void storyOfBoth(
      String code,
      String flags,
      String details,
      String ms,
      String code2,
      String flags2,
      String details2,
      String ms2,
      Story story) {
    Hop outer = gateway(code, flags, details, ms);
    Hop inner = sidecar(code2, flags2, details2, ms2);

    HopPair pair = HopPair.of(inner, outer).orElseThrow();

    assertThat(pair.outer()).isEqualTo(outer);
    assertThat(pair.story()).isEqualTo(story);
    assertThat(pair.forOuter().get("pair_side")).contains("outer");
    assertThat(pair.forInner().get("pair_said").orElseThrow()).startsWith(code);
    assertThat(HopPair.of(outer, inner)).contains(pair);
  }

  @Test
  void whatHasNoRequestIdIsKnownByItsConnection() {
    Hop outer = gateway("503", "UC", "x", "3");
    Hop inner = with(sidecar("400", "DPE", "http1.codec_error", "0"), "request_id", "-");
    assertThat(HopPair.of(outer, inner)).isPresent();
    Hop other = with(inner, "downstream_remote_address", "10.0.0.7:41001");
    assertThat(HopPair.of(outer, other)).isEmpty();
  }

  @Test
  void applicationBetweenTwoRecordsOfOneSidecarMakesThemNoPair() {
    Hop inbound = sidecar("500", "-", "via_upstream", "20");
    Hop outbound =
        with(
            gateway("503", "UH", "no_healthy_upstream", "1"),
            "upstream_host",
            "-",
            "upstream_local_address",
            "-",
            "downstream_remote_address",
            "10.0.1.9:50000");
    assertThat(HopPair.of(inbound, outbound)).isEmpty();
  }

  @Test
  void otherHostsIdsAndTimesMakeNoPair() {
    Hop outer = gateway("503", "UC", "x", "3");
    Hop inner = sidecar("0", "DC", "downstream_remote_disconnect", "2");
    assertThat(HopPair.of(outer, with(inner, "request_id", "another-id"))).isEmpty();
    assertThat(
            HopPair.of(
                outer,
                with(
                    inner,
                    "downstream_local_address",
                    "10.0.1.10:8080",
                    "downstream_remote_address",
                    "10.0.0.7:1")))
        .isEmpty();
    assertThat(HopPair.of(outer, new Hop(inner.fields(), START + 60_000))).isEmpty();
  }

  @Test
  void plainProxiesAreOrderedByTheirTimes() {
    Hop edge =
        new Hop(
            Map.of(
                Field.REQUEST_ID,
                ID,
                Field.METHOD,
                "GET",
                Field.UPSTREAM_HOST,
                "10.0.0.2:80",
                Field.RESPONSE_FLAGS,
                "UC",
                Field.DURATION,
                "30"),
            START);
    Hop next =
        new Hop(
            Map.of(
                Field.REQUEST_ID,
                ID,
                Field.METHOD,
                "GET",
                Field.UPSTREAM_HOST,
                "127.0.0.1:3000",
                Field.RESPONSE_FLAGS,
                "UC",
                Field.DURATION,
                "28"),
            START + 1);
    assertThat(HopPair.of(next, edge).orElseThrow().outer()).isEqualTo(edge);
  }

  @Test
  void orderOfRecordsChangesNothing() {
    List<Hop> hops = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String id = "0000000" + i + "-7b1e-4d6a";
      hops.add(with(gateway("503", "UC", "x", "9"), "request_id", id));
      hops.add(with(sidecar("0", "DC", "downstream_remote_disconnect", "8"), "request_id", id));
    }
    List<HopPair> expected = HopPair.among(hops);
    assertThat(expected).hasSize(8);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(hops, new Random(seed));
      assertThat(HopPair.among(hops)).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void recordsWithoutTimesMayBeAPair() {
    Hop outer = new Hop(gateway("503", "UC", "x", "3").fields(), AccessRecord.NO_TIME);
    assertThat(HopPair.of(outer, sidecar("400", "DPE", "http1.codec_error", "0"))).isPresent();
  }

  private static Hop gateway(String code, String flags, String details, String ms) {
    return hop(
        START,
        code,
        flags,
        details,
        ms,
        "outbound|8080||a.b.svc.cluster.local",
        "10.0.1.9:8080",
        "10.0.0.7:41000",
        "10.0.0.7:8443",
        "198.51.100.9:50000");
  }

  private static Hop sidecar(String code, String flags, String details, String ms) {
    return hop(
        START + 1,
        code,
        flags,
        details,
        ms,
        "inbound|8080||",
        "10.0.1.9:8080",
        "127.0.0.6:40000",
        "10.0.1.9:8080",
        "10.0.0.7:41000");
  }

  private static Hop hop(
      long time,
      String code,
      String flags,
      String details,
      String ms,
      String cluster,
      String upstream,
      String upstreamLocal,
      String local,
      String remote) {
    Map<Field, String> fields = new LinkedHashMap<>();
    fields.put(Field.REQUEST_ID, ID);
    fields.put(Field.METHOD, "GET");
    fields.put(Field.RESPONSE_CODE, code);
    fields.put(Field.RESPONSE_FLAGS, flags);
    fields.put(Field.RESPONSE_CODE_DETAILS, details);
    fields.put(Field.DURATION, ms);
    fields.put(Field.UPSTREAM_CLUSTER, cluster);
    fields.put(Field.UPSTREAM_HOST, upstream);
    fields.put(Field.UPSTREAM_LOCAL_ADDRESS, upstreamLocal);
    fields.put(Field.DOWNSTREAM_LOCAL_ADDRESS, local);
    fields.put(Field.DOWNSTREAM_REMOTE_ADDRESS, remote);
    return new Hop(fields, time);
  }

  private static Hop with(Hop hop, String... more) {
    Map<Field, String> fields = new LinkedHashMap<>(hop.fields());
    for (int i = 0; i < more.length; i += 2) {
      fields.put(Objects.requireNonNull(Field.of(more[i])), more[i + 1]);
    }
    return new Hop(fields, hop.time());
  }
}

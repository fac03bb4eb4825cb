package dev.whyvoy.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.record.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tallies, series and durations hold does not depend on the order in which it came. */
class TallyTest {
  private static final int MOST = 16;
  private static final int SAMPLED = 8;

  private record Added(long key, String value) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 16, 17, 18, 40, 3000})
  void anyOrderAndAnyPartsGiveTheSame(int distinct) throws IOException {
    Random random = new Random(distinct);
    List<Added> all = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      // Few keys: ties are decided by the values.
      long key = Bytes.finish(random.nextInt(random.nextBoolean() ? 4 : 1_000_000));
      all.add(new Added(key, "value " + random.nextInt(distinct)));
    }
    byte[] expected = bytes(tally(all));
    for (int i = 0; i < 6; i++) {
      Collections.shuffle(all, random);
      int a = random.nextInt(all.size());
      int b = a + random.nextInt(all.size() - a);
      Tally one = tally(all.subList(0, a));
      Tally two = tally(all.subList(a, b));
      two.merge(tally(all.subList(b, all.size())));
      one.merge(two);

      assertThat(bytes(tally(all))).isEqualTo(expected);
      assertThat(bytes(one)).isEqualTo(expected);
      assertThat(bytes(Tally.read(in(expected), MOST, SAMPLED))).isEqualTo(expected);
    }
    counts(tally(all), all, distinct);
  }

  private static void counts(Tally tally, List<Added> all, int distinct) {
    Map<String, Long> naive = new HashMap<>();
    all.forEach(added -> naive.merge(added.value(), 1L, Long::sum));
    assertThat(tally.total()).isEqualTo(all.size());
    assertThat(tally.exact()).isEqualTo(distinct <= MOST);
    if (tally.exact()) {
      assertThat(tally.distinct()).isEqualTo(naive.size());
      for (Tally.Entry entry : tally.top(MOST)) {
        assertThat(entry.count()).isEqualTo(naive.get(entry.value()));
      }
    } else {
      assertThat(tally.distinct()).isGreaterThan(MOST);
      assertThat((double) tally.distinct()).isBetween(0.6 * naive.size(), 1.6 * naive.size());
      assertThat(tally.top(MOST)).isNotEmpty().hasSizeLessThanOrEqualTo(SAMPLED);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30, 400, 20_000})
  void seriesCountWhatFallsIntoTheirBuckets(int minutes) throws IOException {
    Random random = new Random(minutes);
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      times.add(60_000L * (random.nextInt(minutes) - minutes / 2) + random.nextInt(60_000));
    }
    Course all = series(times);
    Map<Long, Long> naive = new java.util.TreeMap<>();
    times.forEach(t -> naive.merge(Math.floorDiv(t, all.width()) * all.width(), 1L, Long::sum));

    assertThat(all.counts()).isEqualTo(naive).hasSizeLessThanOrEqualTo(64);
    Collections.shuffle(times, random);
    Course one = series(times.subList(0, 700));
    one.merge(series(times.subList(700, times.size())));
    assertThat(one.counts()).isEqualTo(naive);
    assertThat(one.width()).isEqualTo(all.width());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 17, 18, 1000})
  void durationsAreCountedWithinTheirError(int distinct) throws IOException {
    Random random = new Random(distinct);
    List<Long> each = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      int k = random.nextInt(distinct);
      each.add(k % 3 == 0 ? k : (long) k * k * 7);
    }
    Durations one = durations(each.subList(0, 300));
    one.merge(durations(each.subList(300, each.size())));
    Collections.shuffle(each, random);
    Durations all = durations(each);
    Collections.sort(each);

    assertThat(one.histogram()).isEqualTo(all.histogram());
    assertThat(bytes(one::write)).isEqualTo(bytes(all::write));
    assertThat(all.total()).isEqualTo(each.size());
    for (double share : new double[] {0.01, 0.5, 0.99, 1}) {
      double exact = each.get((int) Math.ceil(share * each.size()) - 1);
      assertThat((double) all.percentile(share)).isBetween(exact * 0.984, exact * 1.016);
    }
  }

  private static Durations durations(List<Long> each) {
    Durations durations = new Durations();
    each.forEach(durations::add);
    return durations;
  }

  private static Course series(List<Long> times) {
    Course series = Course.byMinute(64);
    times.forEach(series::add);
    return series;
  }

  private static Tally tally(List<Added> all) {
    Tally tally = new Tally(MOST, SAMPLED);
    for (Added added : all) {
      byte[] padded = Bytes.padded(added.value());
      tally.add(added.key(), padded, 0, padded.length - Bytes.PADDING);
    }
    return tally;
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(Tally tally) throws IOException {
    return bytes(tally::write);
  }

  private static byte[] bytes(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writing.to(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}

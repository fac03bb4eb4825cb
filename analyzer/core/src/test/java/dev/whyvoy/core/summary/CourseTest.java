package dev.whyvoy.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CourseTest {
  @Test
  void countsEverySecond() {
    Course course = Course.bySecond(8);
    for (long time : new long[] {5_999, 1_000, 1_999, 5_000}) {
      course.add(time);
    }

    assertThat(course.width()).isEqualTo(1000);
    assertThat(course.counts()).isEqualTo(Map.of(1_000L, 2L, 5_000L, 2L));
  }

  @Test
  void joinsNeighboursWhenThereAreTooMany() {
    Course course = Course.bySecond(4);
    for (int second = 0; second < 16; second++) {
      course.add(second * 1000L);
    }

    assertThat(course.width()).isEqualTo(4000);
    assertThat(course.counts()).isEqualTo(Map.of(0L, 4L, 4_000L, 4L, 8_000L, 4L, 12_000L, 4L));
  }

  @Test
  void theOrderOfAddingMergingAndShrinkingDoesNotMatter() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    long[] times = random.longs(400, 1_000_000, 2_000_000).toArray();
    Course inOrder = Course.bySecond(64);
    Course backwards = Course.bySecond(64);
    Course left = Course.bySecond(64);
    Course right = Course.bySecond(64);
    for (int i = 0; i < times.length; i++) {
      inOrder.add(times[i]);
      backwards.add(times[times.length - 1 - i]);
      (i % 3 == 0 ? left : right).add(times[i]);
    }
    left.merge(right);
    byte[] expected = bytes(inOrder);

    assertThat(bytes(backwards)).isEqualTo(expected);
    assertThat(bytes(left)).isEqualTo(expected);
    inOrder.shrink(16);
    Course small = Course.bySecond(16);
    for (long time : times) {
      small.add(time);
    }
    assertThat(bytes(inOrder)).isEqualTo(bytes(small));
  }

  @Test
  void isReadBack() throws IOException {
    Course course = Course.bySecond(16);
    for (int i = 0; i < 100; i++) {
      course.add(i * 3_700L);
    }
    byte[] bytes = bytes(course);
    Course back = Course.bySecond(16).read(new DataInputStream(new ByteArrayInputStream(bytes)));

    assertThat(bytes(back)).isEqualTo(bytes);
    assertThat(back.counts()).isEqualTo(course.counts());
  }

  private static byte[] bytes(Course course) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    course.write(new DataOutputStream(out));
    return out.toByteArray();
  }
}

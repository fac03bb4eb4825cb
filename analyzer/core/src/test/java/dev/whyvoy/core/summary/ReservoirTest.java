package dev.whyvoy.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReservoirTest {
  @Test
  void keepsTheSmallestKeysWhateverTheOrder() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    long[] keys = random.longs(500).toArray();
    Reservoir inOrder = new Reservoir(32);
    Reservoir backwards = new Reservoir(32);
    Reservoir left = new Reservoir(32);
    Reservoir right = new Reservoir(32);
    for (int i = 0; i < keys.length; i++) {
      add(inOrder, keys[i]);
      add(backwards, keys[keys.length - 1 - i]);
      add(i % 2 == 0 ? left : right, keys[i]);
    }
    left.merge(right);

    assertThat(inOrder.lines()).hasSize(32);
    assertThat(bytes(backwards)).isEqualTo(bytes(inOrder));
    assertThat(bytes(left)).isEqualTo(bytes(inOrder));
  }

  @Test
  void keepsAllOfAFew() {
    Reservoir reservoir = new Reservoir(4);
    add(reservoir, 9);
    add(reservoir, 5);

    assertThat(reservoir.lines()).extracting(String::new).containsExactly("line 5", "line 9");
  }

  @Test
  void shrinkingIsAsIfItHadBeenSmallFromTheStart() throws IOException {
    Reservoir large = new Reservoir(64);
    Reservoir small = new Reservoir(8);
    for (long key : new SplittableRandom(4).longs(300).toArray()) {
      add(large, key);
      add(small, key);
    }
    large.shrink(8);

    assertThat(bytes(large)).isEqualTo(bytes(small));
    byte[] bytes = bytes(small);
    Reservoir back = Reservoir.read(new DataInputStream(new ByteArrayInputStream(bytes)), 64);
    assertThat(bytes(back)).isEqualTo(bytes);
  }

  private static void add(Reservoir reservoir, long key) {
    byte[] line = ("line " + key).getBytes(StandardCharsets.UTF_8);
    reservoir.add(key, line, 0, line.length);
  }

  private static byte[] bytes(Reservoir reservoir) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    reservoir.write(new DataOutputStream(out));
    return out.toByteArray();
  }
}

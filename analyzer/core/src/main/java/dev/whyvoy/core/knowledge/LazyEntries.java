package dev.whyvoy.core.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Entries of one kind, each decoded on first use. Large ones are stored deflated. */
final class LazyEntries<T> {
  /** Smaller entries are not worth deflating. */
  private static final int SMALL = 400;

  private final byte[] bytes;
  private final SharedTexts shared;
  private final int[] starts;
  private final int[] lengths;
  private final Function<BinaryIn, T> decode;
  private final AtomicReferenceArray<T> decoded;

  /** Reads the lengths at {@code in}, and moves it past the entries. */
  LazyEntries(byte[] bytes, SharedTexts shared, BinaryIn in, Function<BinaryIn, T> decode) {
    this.bytes = bytes;
    this.shared = shared;
    this.decode = decode;
    this.lengths = in.numbers();
    this.starts = new int[lengths.length];
    this.decoded = new AtomicReferenceArray<>(lengths.length);
    for (int i = 0; i < lengths.length; i++) {
      starts[i] = in.position();
      in.skip(lengths[i]);
    }
  }

  static <T> void write(
      BinaryOut out, StringPool pool, List<T> entries, BiConsumer<BinaryOut, T> write) {
    List<byte[]> blobs = new ArrayList<>();
    for (T entry : entries) {
      BinaryOut one = new BinaryOut(pool);
      write.accept(one, entry);
      blobs.add(pack(one.toBytes()));
    }
    out.list(blobs, blob -> out.number(blob.length));
    blobs.forEach(out::raw);
  }

  int size() {
    return starts.length;
  }

  /** The same object every time, whichever thread asks. */
  T get(int i) {
    T known = decoded.get(i);
    if (known != null) {
      return known;
    }
    T entry = decode.apply(unpack(i));
    T first = decoded.compareAndExchange(i, null, entry);
    return first == null ? entry : first;
  }

  List<T> all() {
    List<T> all = new ArrayList<>(starts.length);
    for (int i = 0; i < starts.length; i++) {
      all.add(get(i));
    }
    return List.copyOf(all);
  }

  /** The full length, or 0 for an entry as it is; then the entry. */
  private static byte[] pack(byte[] entry) {
    BinaryOut out = new BinaryOut(new StringPool());
    if (entry.length < SMALL) {
      out.number(0);
      out.raw(entry);
      return out.toBytes();
    }
    out.number(entry.length);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    byte[] packed = new byte[entry.length + 64];
    deflater.setInput(entry);
    deflater.finish();
    int length = deflater.deflate(packed);
    deflater.end();
    out.raw(Arrays.copyOf(packed, length));
    return out.toBytes();
  }

  private BinaryIn unpack(int i) {
    BinaryIn in = new BinaryIn(bytes, starts[i], shared);
    int full = in.number();
    if (full == 0) {
      return in;
    }
    byte[] entry = new byte[full];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, in.position(), starts[i] + lengths[i] - in.position());
      if (inflater.inflate(entry) != full) {
        throw new IllegalStateException("not compiled knowledge: an entry is cut short");
      }
    } catch (DataFormatException e) {
      throw new IllegalStateException("not compiled knowledge", e);
    } finally {
      inflater.end();
    }
    return new BinaryIn(entry, 0, shared);
  }
}

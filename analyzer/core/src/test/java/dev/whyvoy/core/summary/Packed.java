package dev.whyvoy.core.summary;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Ways to store a log. */
enum Packed {
  PLAIN(to -> to),
  GZ(GZIPOutputStream::new),
  ZST(ZstdOutputStream::new),
  BZ2(to -> new BZip2CompressorOutputStream(to, 1)),
  XZ(to -> new XZOutputStream(to, new LZMA2Options(0)));

  private final Packer packer;

  Packed(Packer packer) {
    this.packer = packer;
  }

  byte[] of(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packer.to(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private interface Packer {
    OutputStream to(OutputStream bytes) throws IOException;
  }
}

package dev.riderphotos.jpegturbo;

import dev.riderphotos.imaging.JpegDecoder;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * Decodes with libjpeg-turbo, which computes no more pixels than are wanted. At the first warning
 * that it gives, it is in doubt. Safe for use by many threads, each of which decodes by itself.
 */
public final class TurboJpeg implements JpegDecoder {
  private final Leptonica library;

  private TurboJpeg(Leptonica library) {
    this.library = library;
  }

  /**
   * Unpacks the library, loads it, and deletes the file; it stays loaded as long as the process
   * lives.
   *
   * @throws IOException if there is none for this platform, or it cannot be unpacked or loaded
   */
  public static TurboJpeg load() throws IOException {
    return new TurboJpeg(new Leptonica(PackedLibrary.load()));
  }

  @Override
  public @Nullable Raster decode(byte[] jpeg, int reduction) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment file = arena.allocate(jpeg.length);
      MemorySegment.copy(jpeg, 0, file, ValueLayout.JAVA_BYTE, 0, jpeg.length);
      MemorySegment pix = library.decode(file, reduction);
      return pix.address() == 0 ? null : new PixRaster(library, pix);
    }
  }
}

package dev.riderphotos.imaging;

import dev.riderphotos.jpegturbo.TurboJpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The native decoder, loaded once; counts what it is asked and what it decodes. */
final class Turbo implements JpegDecoder {
  private static final TurboJpeg LOADED = load();

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger decoded = new AtomicInteger();

  private static TurboJpeg load() {
    try {
      return TurboJpeg.load();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ImageIoPhotoOpener opener() {
    return opener(new Turbo());
  }

  static ImageIoPhotoOpener opener(Turbo turbo) {
    return new ImageIoPhotoOpener(ImageIoPhotoOpener.LEAST_MEMORY, () -> Optional.of(turbo));
  }

  @Override
  public @Nullable Raster decode(List<ByteBuffer> jpeg, int reduction) {
    asked.incrementAndGet();
    Raster raster = LOADED.decode(jpeg, reduction);
    if (raster != null) {
      decoded.incrementAndGet();
    }
    return raster;
  }

  int asked() {
    return asked.get();
  }

  int decoded() {
    return decoded.get();
  }
}

package dev.riderphotos.jpegturbo;

import dev.riderphotos.imaging.JpegDecoder;
import dev.riderphotos.natives.KeptLibrary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes with libjpeg-turbo, which computes no more pixels than are wanted. At the first warning
 * that it gives, it is in doubt. Safe for use by many threads, each of which decodes by itself.
 */
public final class TurboJpeg implements JpegDecoder {
  private final LibJpeg library;

  private TurboJpeg(LibJpeg library) {
    this.library = library;
  }

  /**
   * Loads the library, which stays loaded as long as the process lives: from the folder that {@link
   * KeptLibrary#FOLDER} names, or from a file that is unpacked for it and deleted at once.
   *
   * @throws IOException if there is none for this platform, or it cannot be unpacked or loaded
   */
  public static TurboJpeg load() throws IOException {
    return new TurboJpeg(new LibJpeg(LeptonicaLibrary.load(KeptLibrary.folder())));
  }

  @Override
  public @Nullable Raster decode(List<ByteBuffer> jpeg, int reduction) {
    try (Decompression file = new Decompression(library)) {
      file.begin(jpeg, reduction);
      NativeRaster raster = new NativeRaster(file.width(), file.height(), file.components());
      file.read(raster.pixels());
      if (file.doubtful()) {
        raster.close();
        return null;
      }
      return raster;
    }
  }
}

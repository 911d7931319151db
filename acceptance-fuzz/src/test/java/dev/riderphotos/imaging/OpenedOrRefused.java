package dev.riderphotos.imaging;

import dev.riderphotos.jpegturbo.TurboJpeg;
import dev.riderphotos.photo.Opened.Decoded;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Picture;
import java.io.IOException;
import java.util.Optional;

/**
 * Opens images with room for a small one, and sees that nothing of it stays taken: with the JDK's
 * decoders, and with the native one where it can be loaded.
 */
final class OpenedOrRefused {
  private static final long BYTES = 40L << 20;
  private static final int SMALL = 20;
  private static final Optional<JpegDecoder> NATIVE = decoder();

  private final PictureMemory memory = new PictureMemory(BYTES);
  private final PhotoOpener opener = new ImageIoPhotoOpener(memory);
  private final PhotoOpener fast = new ImageIoPhotoOpener(memory, () -> NATIVE);

  private static Optional<JpegDecoder> decoder() {
    try {
      return Optional.of(TurboJpeg.load());
    } catch (IOException otherPlatform) {
      return Optional.empty();
    }
  }

  /** Whether it was opened; any other answer is that it is refused. */
  boolean opened(byte[] image) {
    return opened(opener, image, PhotoOpener.WHOLE);
  }

  /** The same with the native decoder. */
  boolean openedFast(byte[] image) {
    boolean _ = opened(fast, image, SMALL);
    return opened(fast, image, PhotoOpener.WHOLE);
  }

  private boolean opened(PhotoOpener opener, byte[] image, int enough) {
    boolean opened = false;
    if (opener.open(Photo.of(image), enough) instanceof Decoded(Picture picture)) {
      picture.close();
      opened = true;
    }
    if (memory.freeBytes() != BYTES) {
      throw new AssertionError("Bytes stay taken: " + (BYTES - memory.freeBytes()));
    }
    return opened;
  }
}

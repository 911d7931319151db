package dev.riderphotos.imaging;

import dev.riderphotos.photo.Opened.Decoded;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Picture;

/** Opens images with room for a small one, and sees that nothing of it stays taken. */
final class OpenedOrRefused {
  private static final long BYTES = 40L << 20;

  private final PictureMemory memory = new PictureMemory(BYTES);
  private final PhotoOpener opener = new ImageIoPhotoOpener(memory);

  /** Whether it was opened; any other answer is that it is refused. */
  boolean opened(byte[] image) {
    boolean opened = false;
    if (opener.open(Photo.of(image)) instanceof Decoded(Picture picture)) {
      picture.close();
      opened = true;
    }
    if (memory.freeBytes() != BYTES) {
      throw new AssertionError("Bytes stay taken: " + (BYTES - memory.freeBytes()));
    }
    return opened;
  }
}

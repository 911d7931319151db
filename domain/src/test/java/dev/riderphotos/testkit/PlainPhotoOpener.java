package dev.riderphotos.testkit;

import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Opened.Decoded;
import dev.riderphotos.photo.Opened.Unacceptable;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Opens the photos of {@link Photos}: no orientation, no colour profiles. */
public final class PlainPhotoOpener implements PhotoOpener {
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();

  @Override
  public Opened open(Photo photo) {
    Optional<PhotoFormat> format = photo.format();
    if (photo.tooLarge()) {
      return new Unacceptable(PhotoProblem.TOO_LARGE);
    }
    return format.isEmpty()
        ? new Unacceptable(PhotoProblem.UNSUPPORTED_FORMAT, photo.foreignFormat().orElse(null))
        : decode(photo, format.get());
  }

  /** How many photos were opened. */
  public int opened() {
    return opened.get();
  }

  /** How many of them are not closed yet. */
  public int stillOpen() {
    return open.get();
  }

  private Opened decode(Photo photo, PhotoFormat format) {
    BufferedImage image = pixels(photo);
    if (image == null) {
      return new Unacceptable(PhotoProblem.UNREADABLE);
    }
    if (Math.min(image.getWidth(), image.getHeight()) < MIN_SIDE) {
      return new Unacceptable(PhotoProblem.TOO_SMALL);
    }
    opened.incrementAndGet();
    open.incrementAndGet();
    return new Decoded(Photos.picture(image, format, open::decrementAndGet));
  }

  private static @Nullable BufferedImage pixels(Photo photo) {
    byte[] bytes = photo.bytes();
    boolean whole = photo.format().equals(Optional.of(PhotoFormat.PNG)) || endsAsJpeg(bytes);
    try {
      return whole ? ImageIO.read(new ByteArrayInputStream(bytes)) : null;
    } catch (IOException _) {
      return null;
    }
  }

  /** ImageIO only warns about a JPEG that breaks off. */
  private static boolean endsAsJpeg(byte[] bytes) {
    return bytes[bytes.length - 2] == (byte) 0xFF && bytes[bytes.length - 1] == (byte) 0xD9;
  }
}

package dev.riderphotos.imaging;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * Hears a decoder say that it came upon something odd. libjpeg says so only once for each picture,
 * so behind an oddity that does no harm any damage may lie: whatever it says, it is not to be
 * believed any more.
 */
final class DecoderWarnings implements IIOReadWarningListener {
  private @Nullable String first;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    if (first == null) {
      first = warning;
    }
  }

  void check() throws IOException {
    if (first != null) {
      throw new IOException(first);
    }
  }
}

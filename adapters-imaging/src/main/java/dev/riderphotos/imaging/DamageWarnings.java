package dev.riderphotos.imaging;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * Hears a decoder say that pixels are missing or wrong. libjpeg only warns, and makes the rest of
 * the picture up. It warns of oddities that do no harm, too: those are passed over.
 */
final class DamageWarnings implements IIOReadWarningListener {
  private @Nullable String damage;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    if (isDamage(warning)) {
      damage = warning;
    }
  }

  private static boolean isDamage(String warning) {
    boolean corrupt = warning.startsWith("Corrupt JPEG data") && !warning.contains("extraneous");
    return corrupt || warning.startsWith("Premature end") || warning.startsWith("Truncated File");
  }

  void check() throws IOException {
    if (damage != null) {
      throw new IOException(damage);
    }
  }
}

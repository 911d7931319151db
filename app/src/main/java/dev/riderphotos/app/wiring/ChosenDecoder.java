package dev.riderphotos.app.wiring;

import dev.riderphotos.imaging.JpegDecoder;
import dev.riderphotos.jpegturbo.TurboJpeg;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What plain JPEGs are decoded with besides the JDK: loaded when the first photo is opened. */
final class ChosenDecoder implements Supplier<Optional<JpegDecoder>> {
  private static final Logger LOG = System.getLogger(ChosenDecoder.class.getName());

  private @Nullable Optional<JpegDecoder> loaded;

  /** What may be chosen. */
  enum Choice {
    /** The native one where it can be loaded. */
    AUTO,
    /** The native one, or none at all. */
    NATIVE,
    /** The JDK's alone. */
    JDK
  }

  /** Loads at once what must be there. */
  ChosenDecoder(Choice choice) {
    switch (choice) {
      case AUTO -> {}
      case NATIVE -> loaded = Optional.of(load());
      case JDK -> loaded = Optional.empty();
    }
  }

  private static JpegDecoder load() {
    try {
      return TurboJpeg.load();
    } catch (IOException unusable) {
      throw new ConfigurationException(
          "photos.decoder is native: " + unusable.getMessage(), unusable);
    }
  }

  @Override
  public synchronized Optional<JpegDecoder> get() {
    if (loaded == null) {
      loaded = loadIfThere();
    }
    return loaded;
  }

  private static Optional<JpegDecoder> loadIfThere() {
    try {
      return Optional.of(TurboJpeg.load());
    } catch (IOException unusable) {
      LOG.log(Level.INFO, "Photos are decoded by the JDK alone: " + unusable.getMessage());
      return Optional.empty();
    }
  }

  /** Which it is, as the setting calls it. */
  String inForce() {
    Choice found = get().isPresent() ? Choice.NATIVE : Choice.JDK;
    return Settings.word(found);
  }
}

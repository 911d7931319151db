package dev.riderphotos.web;

import static java.util.Objects.requireNonNull;

import dev.riderphotos.StorageException;
import dev.riderphotos.intake.BodyRefused;
import dev.riderphotos.intake.Spool;
import dev.riderphotos.intake.Turns;
import dev.riderphotos.photo.Photo;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Function;

/**
 * Photos on their way in; few at once, for each is in memory until it was dealt with. None is while
 * its bytes arrive.
 */
@Singleton
public final class PhotoUploads {
  private static final int AT_ONCE = 8;
  private static final int PER_CALLER = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Turns turns = new Turns(AT_ONCE, PER_CALLER, PATIENCE);

  /** A photo as it comes in. */
  public interface Upload {
    /** Whose share of the server it takes. */
    String account();

    /**
     * Takes it in, once.
     *
     * @throws ProblemException if it is refused
     */
    Spool receive();
  }

  /**
   * Takes the photo in, waits for its caller's turn and deals with it.
   *
   * @throws ProblemException if there is none, it is refused, or its turn does not come
   */
  public <T> T take(Upload upload, Function<Photo, T> use) {
    try (Spool spool = upload.receive()) {
      return turns.take(upload.account(), () -> use.apply(read(spool)));
    } catch (BodyRefused noTurn) {
      throw ProblemException.busy();
    } catch (UncheckedIOException fault) {
      throw StorageException.of("keep an upload", requireNonNull(fault.getCause()));
    }
  }

  /** In memory it needs no file any more. */
  private static Photo read(Spool spool) {
    try (spool;
        InputStream in = spool.open()) {
      Photo photo = Photo.read(in);
      check(photo);
      return photo;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static void check(Photo photo) {
    if (photo.size() == 0) {
      throw new ProblemException(HttpStatus.BAD_REQUEST, "NO_PHOTO", "There is no photo.");
    }
    if (photo.tooLarge()) {
      throw ProblemException.tooLarge();
    }
  }
}

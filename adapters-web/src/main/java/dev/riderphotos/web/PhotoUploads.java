package dev.riderphotos.web;

import dev.riderphotos.photo.Photo;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Photos on their way in; few at once, for each is in memory until it was dealt with. */
@Singleton
public final class PhotoUploads {
  private static final int AT_ONCE = 8;

  private final Semaphore free = new Semaphore(AT_ONCE, true);

  /** A photo as it comes in. */
  public interface Upload {
    InputStream open() throws IOException;
  }

  /**
   * Waits for its turn, reads the photo and deals with it.
   *
   * @throws ProblemException if there is none, or it is cut short or too large
   */
  public <T> T take(Upload upload, Function<Photo, T> use) {
    free.acquireUninterruptibly();
    try {
      return use.apply(read(upload));
    } finally {
      free.release();
    }
  }

  private static Photo read(Upload upload) {
    try (InputStream in = upload.open()) {
      Photo photo = Photo.read(in);
      check(photo);
      return photo;
    } catch (IOException cutShort) {
      if (cutShort.getCause() instanceof ContentLengthExceededException tooLarge) {
        throw tooLarge;
      }
      throw new ProblemException(
          HttpStatus.BAD_REQUEST, "UPLOAD_CUT_SHORT", "The upload was cut short. Send it again.");
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

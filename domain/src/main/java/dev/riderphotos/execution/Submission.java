package dev.riderphotos.execution;

import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import org.jspecify.annotations.Nullable;

/**
 * What an execution is started with.
 *
 * @param photo where the photo is, or will be before the execution is run
 * @param replace whether the rider may send the registered face again
 * @param email where to send word of a refusal; {@code null}: as configured
 * @param attended whether the rider sees on a page what comes of it, and so needs no word of what
 *     is no news
 */
public record Submission(
    RiderId rider,
    PhotoRef photo,
    boolean replace,
    @Nullable EmailAddress email,
    boolean attended) {

  /** One that nobody attends. */
  public Submission(RiderId rider, PhotoRef photo, boolean replace, @Nullable EmailAddress email) {
    this(rider, photo, replace, email, false);
  }
}

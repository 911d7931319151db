package dev.riderphotos.web.event;

import dev.riderphotos.event.DeadLetters.DeadLetter;
import dev.riderphotos.execution.RiderPhotoKey;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.web.page.Moment;
import dev.riderphotos.web.page.RiderPath;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that was tried in vain, as a page tells of it.
 *
 * @param rider whose photo it is about, if it is about a rider's
 * @param riderPath where that rider's page is
 * @param arrivedAt when the object was in its place
 * @param since when it was given up
 */
@Introspected
public record DeadLetterView(
    String id,
    String bucket,
    String key,
    @Nullable String rider,
    @Nullable String riderPath,
    Moment arrivedAt,
    int attempts,
    String error,
    Moment since) {
  static DeadLetterView of(DeadLetter letter, Instant now) {
    PhotoRef ref = letter.event().ref();
    String rider = RiderPhotoKey.parse(ref.key()).map(key -> key.rider().value()).orElse(null);
    return new DeadLetterView(
        letter.event().id().toString(),
        ref.bucket(),
        ref.key(),
        rider,
        rider == null ? null : RiderPath.of(rider),
        Moment.of(letter.event().at(), now),
        letter.attempts(),
        letter.error(),
        Moment.of(letter.since(), now));
  }
}

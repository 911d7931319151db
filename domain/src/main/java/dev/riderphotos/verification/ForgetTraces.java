package dev.riderphotos.verification;

import dev.riderphotos.event.DeadLetters;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.RiderPhotoKey;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.step.RiderSettings;
import java.util.Collection;
import java.util.Set;

/**
 * Erases what is left of a rider where nobody looks for it: in the journal of others, whose photos
 * the rider's face resembled; under the rider's keys, where an upload was cut short or a record was
 * lost; and in the events of arrivals. All of it may be repeated.
 */
public final class ForgetTraces {
  private final Executions executions;
  private final PhotoStore photos;
  private final DeadLetters letters;
  private final Set<String> buckets;
  private final String arrivals;

  public ForgetTraces(
      Executions executions, PhotoStore photos, DeadLetters letters, RiderSettings settings) {
    this.executions = executions;
    this.photos = photos;
    this.letters = letters;
    this.buckets = Set.of(settings.photoBucket(), settings.thumbnailBucket());
    this.arrivals = settings.photoBucket();
  }

  /** How many executions of others told of one of these faces. */
  int inJournals(Collection<FaceId> faces) {
    return faces.stream().mapToInt(executions::forgetFace).sum();
  }

  /** How many objects were left, once those were deleted that records name. */
  int leftovers(RiderId rider) {
    String prefix = RiderPhotoKey.prefix(rider);
    return buckets.stream().mapToInt(bucket -> photos.deleteAll(bucket, prefix)).sum();
  }

  /** How many events there were, once there is nothing more that they could tell of. */
  int events(RiderId rider) {
    return letters.forget(arrivals, RiderPhotoKey.prefix(rider));
  }
}

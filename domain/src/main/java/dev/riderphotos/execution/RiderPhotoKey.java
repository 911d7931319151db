package dev.riderphotos.execution;

import dev.riderphotos.photo.ObjectKeys;
import dev.riderphotos.rider.RiderId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key of a rider's photo in its bucket: {@code riders/RIDER/EXECUTION/NAME} if it was uploaded
 * for one execution alone, {@code riders/RIDER/NAME} if somebody put it there.
 *
 * @param execution whose photo it is alone, or {@code null}
 * @param name escaped, as it stands in the key
 */
public record RiderPhotoKey(RiderId rider, @Nullable ExecutionId execution, String name) {
  private static final String FOLDER = "riders";

  /** Leaves room in a key of 1,024 bytes for the longest rider id with every byte escaped. */
  private static final int MAX_NAME_BYTES = 255;

  /** The key of a photo that is uploaded for an execution, by whatever name. */
  public static RiderPhotoKey of(RiderId rider, ExecutionId execution, String fileName) {
    return new RiderPhotoKey(rider, execution, ObjectKeys.segment(fileName, MAX_NAME_BYTES));
  }

  /** What the keys of all photos of this rider begin with, and of nobody else's. */
  public static String prefix(RiderId rider) {
    return "%s/%s/".formatted(FOLDER, ObjectKeys.segment(rider.value()));
  }

  /** Empty if it is no key of a rider's photo. */
  public static Optional<RiderPhotoKey> parse(String key) {
    String[] segments = key.split("/", 3);
    if (segments.length < 3 || !segments[0].equals(FOLDER)) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(new RiderId(ObjectKeys.name(segments[1])), segments[2]));
    } catch (IllegalArgumentException noRider) {
      return Optional.empty();
    }
  }

  private static RiderPhotoKey of(RiderId rider, String rest) {
    int slash = rest.indexOf('/');
    if (slash > 0) {
      try {
        ExecutionId id = ExecutionId.of(rest.substring(0, slash));
        return new RiderPhotoKey(rider, id, rest.substring(slash + 1));
      } catch (IllegalArgumentException noId) {
        // It is a folder of somebody's own.
      }
    }
    return new RiderPhotoKey(rider, null, rest);
  }

  /** Writes the key as the bucket knows it. */
  public String text() {
    String own = execution == null ? "" : execution + "/";
    return prefix(rider) + own + name;
  }
}

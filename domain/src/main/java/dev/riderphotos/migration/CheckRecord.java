package dev.riderphotos.migration;

import dev.riderphotos.BackendException;
import dev.riderphotos.photo.PhotoStore;
import java.util.OptionalLong;

/** Says whether the photo of a record is there, and not empty; it is not read. */
public final class CheckRecord {
  private static final String FAILED = "S3 validation failed: ";

  private final PhotoStore photos;

  public CheckRecord(PhotoStore photos) {
    this.photos = photos;
  }

  /**
   * Looks for the photo. May be repeated.
   *
   * @throws BackendException when that fails for a reason that may pass; one that does not pass is
   *     the record's
   */
  public RecordCheck check(ImageRecord record) {
    try {
      return of(record, photos.size(record.photo()));
    } catch (BackendException fault) {
      if (fault.retryable()) {
        throw fault;
      }
      return new RecordCheck.Rejected(record, FAILED + BackendException.describe(fault));
    }
  }

  private static RecordCheck of(ImageRecord record, OptionalLong size) {
    if (size.isEmpty()) {
      return new RecordCheck.Rejected(record, FAILED + "Object does not exist");
    }
    return size.getAsLong() == 0
        ? new RecordCheck.Rejected(record, FAILED + "Object has zero bytes")
        : new RecordCheck.Movable(record);
  }
}

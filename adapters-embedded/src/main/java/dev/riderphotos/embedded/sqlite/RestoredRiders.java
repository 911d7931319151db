package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.photo.ObjectKeys;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.RiderId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The riders in records that were restored: with a profile, with executions, or only with a photo
 * that has arrived and that nobody has looked at yet.
 */
public final class RestoredRiders {
  private static final String KNOWN =
      "select username from rider_profile union select rider from execution";
  private static final String ARRIVED =
      "select distinct s3bucket, s3key from event where s3bucket = ? and s3key like 'riders/%/%'";
  private static final String FORGET = "delete from event where s3bucket = ? and s3key = ?";

  private final Database database;
  private final PhotoStore photos;
  private final String bucket;

  /**
   * Reads nothing yet.
   *
   * @param bucket where riders' photos arrive
   */
  public RestoredRiders(Database database, PhotoStore photos, String bucket) {
    this.database = database;
    this.photos = photos;
    this.bucket = bucket;
  }

  public Set<RiderId> all() {
    Set<RiderId> riders =
        new LinkedHashSet<>(
            database.read(
                "read the riders",
                connection ->
                    Statements.query(connection, KNOWN, row -> new RiderId(row.getString(1)))));
    arrived().forEach(photo -> riderOf(photo).ifPresent(riders::add));
    return riders;
  }

  /** Deletes photos of the rider's that were not looked at: they would be, at the next start. */
  public void forgetArrivals(RiderId rider) {
    for (PhotoRef photo : arrived()) {
      if (riderOf(photo).equals(Optional.of(rider))) {
        photos.delete(photo);
        int _ =
            database.write(
                "delete an event",
                connection -> Statements.change(connection, FORGET, photo.bucket(), photo.key()));
      }
    }
  }

  private List<PhotoRef> arrived() {
    return database.read(
        "read the events",
        connection ->
            new ArrayList<>(
                Statements.query(
                    connection,
                    ARRIVED,
                    row -> new PhotoRef(row.getString(1), row.getString(2)),
                    bucket)));
  }

  private static Optional<RiderId> riderOf(PhotoRef photo) {
    try {
      return Optional.of(new RiderId(ObjectKeys.name(photo.key().split("/", -1)[1])));
    } catch (IllegalArgumentException noRider) {
      return Optional.empty();
    }
  }
}

package dev.riderphotos.migration;

import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.migration.MigrateRecord.Result;
import dev.riderphotos.migration.MigrationLedger.OpenRecord;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Says what would become of faces, and writes nothing: the faces of a photo are found as the new
 * collection's model sees them, and matched as the run will match them.
 */
public final class TryMigration {
  private static final int PAGE = 100;

  private final Migrations migrations;
  private final MigrationLedger ledger;
  private final FacesInPhoto faces;
  private final PhotoStore photos;
  private final PhotoOpener opener;

  public TryMigration(
      Migrations migrations,
      MigrationLedger ledger,
      FaceCollections collections,
      PhotoStore photos,
      PhotoOpener opener) {
    this.migrations = migrations;
    this.ledger = ledger;
    this.faces = new FacesInPhoto(collections);
    this.photos = photos;
    this.opener = opener;
  }

  /**
   * Tries the records that are open, in the order of the run.
   *
   * @param most how many at most
   * @param rows is given the rows that there would be
   */
  public void attempt(MigrationId id, int most, Consumer<FaceRow> rows, BooleanSupplier stop) {
    Migration migration = migrations.find(id).orElseThrow(() -> new NoSuchMigrationException(id));
    long after = 0;
    int left = most;
    List<OpenRecord> page;
    do {
      page = ledger.open(id, after, Math.min(left, PAGE));
      for (OpenRecord record : page) {
        if (stop.getAsBoolean()) {
          return;
        }
        attempt(record.record(), migration).rows().forEach(rows);
        after = record.number();
      }
      left -= page.size();
    } while (!page.isEmpty() && left > 0);
  }

  private Result attempt(ImageRecord record, Migration migration) {
    Optional<Photo> photo = photos.get(record.photo());
    if (photo.isEmpty()) {
      return MigrateRecord.all(record, Outcome.REJECTED, MigrateRecord.ABSENT);
    }
    return switch (opener.open(photo.get())) {
      case Opened.Unacceptable(var problem, _) ->
          MigrateRecord.all(
              record, Outcome.FAILED, "The photo cannot be indexed: " + problem.name());
      case Opened.Decoded(Picture picture) -> {
        try (picture) {
          List<IndexedFace> found =
              faces.find(picture, record, migration.to(), migration.options().filter());
          Matching matching = new Matching(record, found, migration.options().iou());
          yield new Result(matching.rows(), matching.newFaces());
        }
      }
    };
  }
}

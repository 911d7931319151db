package dev.riderphotos.app.migration;

import dev.riderphotos.execution.Executions;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.Role;
import dev.riderphotos.gallery.GalleryFaces;
import dev.riderphotos.migration.BucketOrigins;
import dev.riderphotos.migration.FaceOrigins;
import dev.riderphotos.migration.GalleryOrigins;
import dev.riderphotos.migration.MigrateRecord;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationWatcher;
import dev.riderphotos.migration.Pace;
import dev.riderphotos.migration.RiderOrigins;
import dev.riderphotos.migration.RunMigration.Crew;
import dev.riderphotos.migration.UnknownOrigins;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.RiderProfiles;
import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Puts together what the run of a migration needs. */
@Singleton
public final class MigrationCrews {
  private final FaceCollections collections;
  private final PhotoStore photos;
  private final PhotoOpener opener;
  private final RiderProfiles profiles;
  private final Executions executions;
  private final RiderFaces faces;
  private final FaceCounterparts counterparts;
  private final RegistrationTurn turn;
  private final GalleryFaces gallery;

  MigrationCrews(
      FaceCollections collections,
      PhotoStore photos,
      PhotoOpener opener,
      RiderProfiles profiles,
      Executions executions,
      RiderFaces faces,
      FaceCounterparts counterparts,
      RegistrationTurn turn,
      GalleryFaces gallery) {
    this.collections = collections;
    this.photos = photos;
    this.opener = opener;
    this.profiles = profiles;
    this.executions = executions;
    this.faces = faces;
    this.counterparts = counterparts;
    this.turn = turn;
    this.gallery = gallery;
  }

  /** At the migration's own pace, until {@code stop}. */
  public Crew of(Migration migration, MigrationWatcher watcher, BooleanSupplier stop) {
    Pace pace = new FailsafePace(migration.options().tps());
    MigrateRecord migrate = new MigrateRecord(collections, photos, opener, pace);
    FaceOrigins origins =
        migration.from() == null ? null : origins(migration.role(), migration.photosIn());
    return new Crew(migrate, pace, origins, watcher, stop);
  }

  /** Knows the photos of a live collection by our records, of another by what was said of it. */
  public FaceOrigins origins(@Nullable Role role, @Nullable String photosIn) {
    if (photosIn != null) {
      return new BucketOrigins(photosIn);
    }
    return switch (role) {
      case RIDERS -> new RiderOrigins(profiles, executions, faces, counterparts, turn);
      case GALLERY -> new GalleryOrigins(gallery);
      case null -> new UnknownOrigins();
    };
  }
}

package dev.riderphotos.embedded.sqlite;

import static dev.riderphotos.embedded.sqlite.CannedCollections.BUCKET;
import static dev.riderphotos.embedded.sqlite.CannedCollections.NEW;
import static dev.riderphotos.embedded.sqlite.CannedCollections.OLD;
import static java.lang.System.Logger.Level.INFO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.OperatingSystemMXBean;
import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.Role;
import dev.riderphotos.gallery.GalleryFaces;
import dev.riderphotos.gallery.GallerySettings;
import dev.riderphotos.gallery.TellApart;
import dev.riderphotos.migration.BucketOrigins;
import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.FindAgain;
import dev.riderphotos.migration.FindAgain.Found;
import dev.riderphotos.migration.FollowChanges;
import dev.riderphotos.migration.MigrateRecord;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.MigrationOptions;
import dev.riderphotos.migration.MigrationState;
import dev.riderphotos.migration.MigrationWatcher;
import dev.riderphotos.migration.Migrations;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.Pace;
import dev.riderphotos.migration.PrepareMigration;
import dev.riderphotos.migration.PrepareMigration.Prepared;
import dev.riderphotos.migration.ProveMigration;
import dev.riderphotos.migration.RunMigration;
import dev.riderphotos.migration.RunMigration.Crew;
import dev.riderphotos.migration.SweepNewFaces;
import dev.riderphotos.migration.WithdrawFace;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Collections that no test could fill are moved by the real ledger. With {@code
 * -Dmigration.records=400000} a million faces are, and the log tells in how many seconds of
 * processor time, and with how much memory.
 */
class HugeMigrationTest {
  private static final int RECORDS = Integer.getInteger("migration.records", 100);

  @RegisterExtension private final Storage storage = new Storage();

  private final CannedCollections collections = new CannedCollections(RECORDS);
  private final Figures figures = new Figures();
  private volatile boolean stop;

  /**
   * Notes what processor time it took to do each tenth of the records, which says more than the
   * clock of a machine that has other things to do, and what memory was in use then.
   */
  private final class Figures implements MigrationWatcher {
    private long tenth;
    private int records;
    private long resumed;
    private long first;

    @Override
    public void ended(int faces) {
      if (first == 0) {
        first = processorTime();
      }
      if (++records % (RECORDS / 10) == 0) {
        long now = processorTime();
        tell(
            "%,d records done".formatted(records),
            "%,d in a second, %,d KB of heap"
                .formatted((long) (RECORDS / 10 / ((now - tenth) / 1e9)), heap()));
        tenth = processorTime();
        stop = records == RECORDS / 2;
      }
    }

    @Override
    public void waiting(String reason) {
      throw new AssertionError(reason);
    }

    private static long heap() {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10;
    }
  }

  @Test
  void everyFaceIsMovedHoweverManyThereAre() {
    long begun = processorTime();
    MigrationId id = prepared();
    tell("prepared in seconds", seconds(begun));
    RunMigration run = run();
    figures.tenth = processorTime();

    assertThatThrownBy(() -> run.run(id, crew())).isInstanceOf(StoppedException.class);
    assertThat(ledger().counts(id).ended()).isEqualTo(CannedCollections.faces(RECORDS / 2));
    stop = false;
    figures.resumed = processorTime();
    figures.first = 0;
    Migration done = run.run(id, crew());
    long swept = processorTime();

    assertThat(done.state()).isEqualTo(MigrationState.DONE);
    assertThat(collections.calls()).isEqualTo(RECORDS);
    Counts counts = ledger().counts(id);
    assertThat(counts.of(Outcome.MOVED)).isEqualTo(CannedCollections.faces(RECORDS));
    assertThat(counts.provided()).isEqualTo(CannedCollections.faces(RECORDS));
    assertThat(counts.records()).isEqualTo(RECORDS);
    assertThat(proven(id).state()).isEqualTo(MigrationState.PROVEN);
    tell("resumed in seconds", "%.2f".formatted((figures.first - figures.resumed) / 1e9));
    tell("followed and swept in seconds", "%.1f".formatted((swept - figures.tenth) / 1e9));
    tell("proven in seconds", seconds(swept));
  }

  private static void tell(String what, String figures) {
    System.getLogger(HugeMigrationTest.class.getName()).log(INFO, "{0}: {1}", what, figures);
  }

  private static String seconds(long since) {
    return "%.1f".formatted((processorTime() - since) / 1e9);
  }

  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private MigrationId prepared() {
    PrepareMigration preparation =
        new PrepareMigration(
            migrations(), ledger(), collections, live(), changes(), InstantSource.system());
    MigrationOptions options = new MigrationOptions(0.5, 1000, 1, QualityFilter.AUTO, false);
    PrepareMigration.Order order = new PrepareMigration.Order(OLD, NEW, null, null, true, options);
    return switch (preparation.prepare(order, new BucketOrigins(BUCKET))) {
      case Prepared.Ready(Migration migration, _) -> migration.id();
      case Prepared.Refused(String sentence) -> throw new AssertionError(sentence);
    };
  }

  private RunMigration run() {
    return new RunMigration(
        migrations(),
        ledger(),
        collections,
        new SqliteFaceCounterparts(storage.database()),
        changes(),
        new SweepNewFaces(collections, ledger()));
  }

  private Crew crew() {
    return new Crew(
        new MigrateRecord(collections, new OnePhoto(), new Blank(), Unhurried.PACE),
        Unhurried.PACE,
        new BucketOrigins(BUCKET),
        figures,
        () -> stop);
  }

  private Migration proven(MigrationId id) {
    ProveMigration.Findings findings =
        new ProveMigration.Findings() {
          @Override
          public void fault(String sentence) {
            throw new AssertionError(sentence);
          }

          @Override
          public void addedSince(long faces) {
            assertThat(faces).isZero();
          }

          @Override
          public void searched(FaceRow row, Found found) {}

          @Override
          public void duplicate(FaceRow one, FaceRow other, double similarity) {}
        };
    FindAgain again = new FindAgain(collections, new OnePhoto(), new Blank());
    return new ProveMigration(
            migrations(),
            ledger(),
            collections,
            again,
            (_, _) -> 80,
            told(),
            InstantSource.system())
        .prove(id, 0, findings, () -> false);
  }

  private TellApart told() {
    GalleryFaces gallery =
        new GalleryFaces(
            collections,
            live(),
            new SqliteFaceCounterparts(storage.database()),
            new SqliteGalleryPhotos(storage.database()),
            new GallerySettings("gallery", 80, 10, QualityFilter.AUTO, Duration.ZERO));
    return new TellApart(gallery, new SqliteDistinctions(storage.database()));
  }

  private LiveCollections live() {
    return new SqliteLiveCollections(
        storage.database(), Map.of(Role.RIDERS, OLD, Role.GALLERY, new CollectionId("gallery")));
  }

  private FollowChanges changes() {
    return new FollowChanges(collections, ledger(), new WithdrawFace(collections, ledger()));
  }

  private MigrationLedger ledger() {
    return new SqliteMigrationLedger(storage.database());
  }

  private Migrations migrations() {
    return new SqliteMigrations(storage.database());
  }

  /** There is one behind every name. */
  private static final class OnePhoto implements PhotoStore {
    private static final Photo PHOTO = Photo.of(new byte[] {1});

    @Override
    public void put(PhotoRef ref, Photo photo) {
      throw new AssertionError("Nobody keeps photos");
    }

    @Override
    public Optional<Photo> get(PhotoRef ref) {
      return Optional.of(PHOTO);
    }

    @Override
    public OptionalLong size(PhotoRef ref) {
      return OptionalLong.of(PHOTO.size());
    }

    @Override
    public Optional<String> consent(PhotoRef ref) {
      return Optional.empty();
    }

    @Override
    public void delete(PhotoRef ref) {
      throw new AssertionError("Nobody deletes photos");
    }

    @Override
    public int deleteAll(String bucket, String prefix) {
      throw new AssertionError("Nobody deletes photos");
    }
  }

  /** Nobody looks at its pixels. */
  private static final class Blank implements PhotoOpener {
    @Override
    public Opened open(Photo photo) {
      return new Opened.Decoded(new Picture(PhotoFormat.JPEG, 1, 1, new byte[3], () -> {}));
    }
  }

  /** One turn after the other, at once. */
  private enum Unhurried implements Pace {
    PACE;

    @Override
    public void await() {}

    @Override
    public void rest(int failures) {}
  }
}

package dev.riderphotos.app.migration;

import dev.riderphotos.documents.BrokenRecordsException;
import dev.riderphotos.documents.RecordLine;
import dev.riderphotos.documents.RecordsFile;
import dev.riderphotos.embedded.engine.LoadedCollections;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.FaceOrigins;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.ImageRecord;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.Outcome;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is looked at before a migration is prepared, and where its faces come from. */
@Singleton
public final class MigrationIntake {
  private static final int AT_ONCE = 200;

  private final Optional<LoadedCollections> loaded;
  private final LiveCollections live;
  private final MigrationCrews crews;
  private final MigrationLedger ledger;

  MigrationIntake(
      Optional<LoadedCollections> loaded,
      LiveCollections live,
      MigrationCrews crews,
      MigrationLedger ledger) {
    this.loaded = loaded;
    this.live = live;
    this.crews = crews;
    this.ledger = ledger;
  }

  /**
   * The face model that a new collection is made of, if any is to be named: Rekognition chooses
   * itself; of our own models it is the newest that is built in.
   */
  public @Nullable String model(@Nullable String wanted, boolean sameModel) {
    if (wanted != null || sameModel || loaded.isEmpty()) {
      return wanted;
    }
    return BaseModel.values()[BaseModel.values().length - 1].id();
  }

  /**
   * Refuses a model that is not there.
   *
   * @throws IllegalArgumentException if there is no such model
   */
  public void requireModel(@Nullable String model) {
    if (model != null && loaded.isPresent()) {
      loaded.get().requireModel(ModelVersion.of(model));
    }
  }

  /** Knows the photos of a collection by our own records, or by the bucket that they are in. */
  public FaceOrigins origins(CollectionId collection, @Nullable String photosIn) {
    Role role =
        Arrays.stream(Role.values())
            .filter(any -> live.of(any).equals(collection))
            .findAny()
            .orElse(null);
    return crews.origins(role, photosIn);
  }

  /** A records file, which can be read as often as it is opened. */
  public interface Records {
    InputStream open() throws IOException;
  }

  /**
   * Reads it to its end, before anything is begun.
   *
   * @throws BrokenRecordsException when it breaks off, or is no array of records
   */
  public static void requireWhole(Records file) throws IOException {
    try (InputStream in = new BufferedInputStream(file.open())) {
      long _ = RecordsFile.count(in);
    }
  }

  /**
   * Notes the records of a file that is whole. What cannot be moved is told, and noted as such
   * after the others: a face that another record of the file moves is moved.
   */
  public void take(
      Records file, MigrationId id, CollectionId to, Consumer<RecordLine.Rejected> rejected)
      throws IOException {
    boolean all = takeGood(file, id, to, rejected);
    if (!all) {
      noteRejected(file, id, to);
    }
  }

  private boolean takeGood(
      Records file, MigrationId id, CollectionId to, Consumer<RecordLine.Rejected> rejected)
      throws IOException {
    List<ImageRecord> records = new ArrayList<>();
    AtomicBoolean all = new AtomicBoolean(true);
    forEach(
        file,
        to,
        line -> {
          switch (line) {
            case RecordLine.Good good -> records.add(good.record());
            case RecordLine.Rejected refused -> {
              all.set(false);
              rejected.accept(refused);
            }
            case RecordLine.Repeated _ -> {}
          }
          if (records.size() == AT_ONCE) {
            Set<FaceId> _ = ledger.add(id, records);
            records.clear();
          }
        });
    Set<FaceId> _ = ledger.add(id, records);
    return all.get();
  }

  private void noteRejected(Records file, MigrationId id, CollectionId to) throws IOException {
    forEach(
        file,
        to,
        line -> {
          if (line instanceof RecordLine.Rejected(_, var faces, String reason)
              && !faces.isEmpty()) {
            ledger.reject(
                id,
                faces.stream()
                    .map(face -> new FaceRow(face, null, null, Outcome.REJECTED, reason, null))
                    .toList());
          }
        });
  }

  private static void forEach(Records file, CollectionId to, Consumer<RecordLine> work)
      throws IOException {
    try (InputStream in = new BufferedInputStream(file.open())) {
      RecordsFile lines = new RecordsFile(in, to, null);
      Optional<RecordLine> line = lines.next();
      while (line.isPresent()) {
        work.accept(line.get());
        line = lines.next();
      }
    }
  }

  /** How many records and faces there are of it. */
  public Counts counts(MigrationId id) {
    return ledger.counts(id);
  }
}

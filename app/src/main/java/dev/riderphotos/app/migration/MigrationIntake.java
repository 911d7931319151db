package dev.riderphotos.app.migration;

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
import dev.riderphotos.migration.ImageRecord;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
   * Refuses a model that is not there, or whose collection has no room beside the others.
   *
   * @throws IllegalArgumentException if there is no such model
   * @throws dev.riderphotos.BackendException if there is no room
   */
  public void requireRoom(CollectionId from, @Nullable String model) {
    if (model != null && loaded.isPresent()) {
      Set<CollectionId> others =
          Arrays.stream(Role.values()).map(live::of).collect(Collectors.toSet());
      loaded.get().requireRoomToMove(from, ModelVersion.of(model), others);
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

  /** Notes the records of a file, which is not broken; what cannot be moved is told. */
  public void take(
      InputStream file, MigrationId id, CollectionId to, Consumer<RecordLine.Rejected> rejected)
      throws IOException {
    List<ImageRecord> records = new ArrayList<>();
    RecordsFile lines = new RecordsFile(file, to, null);
    Optional<RecordLine> line = lines.next();
    while (line.isPresent()) {
      switch (line.get()) {
        case RecordLine.Good good -> records.add(good.record());
        case RecordLine.Rejected refused -> rejected.accept(refused);
        case RecordLine.Repeated _ -> {}
      }
      if (records.size() == AT_ONCE) {
        Set<FaceId> _ = ledger.add(id, records);
        records.clear();
      }
      line = lines.next();
    }
    Set<FaceId> _ = ledger.add(id, records);
  }

  /** How many records and faces there are of it. */
  public Counts counts(MigrationId id) {
    return ledger.counts(id);
  }
}

package dev.riderphotos.embedded.engine;

import dev.riderphotos.BackendException;
import dev.riderphotos.StorageException;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.vector.MappedVectors;
import dev.riderphotos.embedded.vector.VectorChange;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections.Description;
import dev.riderphotos.face.FaceCollections.Summary;
import dev.riderphotos.face.FaceId;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All collections of one database, and the files that their vectors are mapped in, each opened when
 * it is first needed. There is one of these for a database: what is searched is what was written
 * through here.
 */
public final class LoadedCollections {
  private static final String ERASE = "erase the vectors of a collection";

  private final Database database;
  private final SqliteCollections rows;
  private final UserCalls userCalls;
  private final InstantSource clock;
  private final VectorFiles files;
  private final Function<ModelVersion, FaceModel> models;
  private final Map<CollectionId, MappedVectors> vectors = new ConcurrentHashMap<>();
  private final Map<CollectionId, LoadedCollection> loaded = new ConcurrentHashMap<>();
  private final Object writing = new Object();

  /**
   * Reads nothing yet.
   *
   * @param models what a collection's model is; refuses one that is not there
   */
  public LoadedCollections(
      Database database,
      InstantSource clock,
      VectorFiles files,
      Function<ModelVersion, FaceModel> models) {
    this.database = database;
    this.rows = new SqliteCollections(database);
    this.userCalls = new UserCalls(database, clock);
    this.clock = clock;
    this.files = files;
    this.models = models;
  }

  /**
   * Has ready what searches would have to wait for: these first, then whatever was ready before.
   * Files of collections that are not there any more are erased.
   */
  public void prepare(Set<CollectionId> first) {
    List<CollectionId> all = write(this::eraseOthers);
    Stream.concat(
            first.stream().filter(all::contains), all.stream().filter(id -> files.has(id.value())))
        .distinct()
        .forEach(id -> vectors(id).ifPresent(MappedVectors::prepare));
  }

  private List<CollectionId> eraseOthers() {
    List<CollectionId> all = rows.all();
    try {
      files.eraseAllBut(all.stream().map(CollectionId::value).toList());
      return all;
    } catch (IOException fault) {
      throw StorageException.of(ERASE, fault);
    }
  }

  /**
   * Refuses a model that is not there.
   *
   * @throws IllegalArgumentException if it is not
   */
  public void requireModel(ModelVersion version) {
    FaceModel _ = models.apply(version);
  }

  /** Calls that changed users. */
  UserCalls userCalls() {
    return userCalls;
  }

  /** Runs it while nobody else writes: what it reads stays true until it has written. */
  <T> T write(Supplier<T> work) {
    synchronized (writing) {
      return work.get();
    }
  }

  /**
   * Empty if there is one of this name.
   *
   * @throws IllegalArgumentException if there is no such model here
   */
  Optional<Summary> create(CollectionId id, ModelVersion version) {
    FaceModel _ = models.apply(version);
    return write(() -> rows.insert(id, version, clock.instant()));
  }

  Optional<LoadedCollection> find(CollectionId id) {
    LoadedCollection known = loaded.get(id);
    return known == null ? write(() -> load(id)) : Optional.of(known);
  }

  /** Makes it with this model if it is not there; else it has the model it was made with. */
  LoadedCollection findOrCreate(CollectionId id, FaceModel model) {
    return find(id)
        .orElseGet(
            () ->
                write(
                    () -> {
                      Optional<Summary> _ = create(id, model.version());
                      return load(id).orElseThrow();
                    }));
  }

  /**
   * The model that a collection was made with, of whose faces none is read; empty if it is not
   * there.
   */
  Optional<FaceModel> modelOf(CollectionId id) {
    return Optional.ofNullable(loaded.get(id))
        .map(LoadedCollection::model)
        .or(() -> rows.find(id).map(row -> model(row.modelVersion())));
  }

  Optional<Description> describe(CollectionId id) {
    return rows.describe(id);
  }

  /** Lists the collections that were made with a model, in the order of their ids. */
  public List<CollectionId> madeWith(ModelVersion version) {
    return rows.madeWith(version);
  }

  /**
   * Refuses to go on while the model of a collection is not there.
   *
   * @throws BackendException that says which, and what to do
   */
  void requireModels() {
    rows.models().forEach(this::model);
  }

  private FaceModel model(String version) {
    try {
      return models.apply(ModelVersion.of(version));
    } catch (IllegalArgumentException unknown) {
      throw new BackendException("use a collection: " + unknown.getMessage(), false, unknown);
    }
  }

  /** Lists the collections with a greater id, in the order of their ids. */
  List<Summary> after(String id, int limit) {
    return rows.after(id, limit);
  }

  Optional<CollectionId> delete(CollectionId id) {
    return write(
        () -> {
          int deleted = rows.delete(id);
          erase(id);
          return deleted == 0 ? Optional.empty() : Optional.of(id);
        });
  }

  /** The rows of a collection, which need not be in memory to be read. */
  SqliteFaces faces(CollectionId id) {
    return new SqliteFaces(database, id);
  }

  /** Deletes faces of a collection, whose model need not be there. */
  void deleteFaces(CollectionId id, List<FaceId> ids) {
    boolean _ =
        write(
            () -> {
              Optional<LoadedCollection> known = Optional.ofNullable(loaded.get(id));
              known.ifPresentOrElse(found -> found.delete(ids), () -> deleteUnloaded(id, ids));
              return true;
            });
  }

  private void deleteUnloaded(CollectionId id, List<FaceId> ids) {
    Optional<MappedVectors> there = vectors(id);
    there.ifPresent(MappedVectors::prepare);
    VectorChange change = faces(id).delete(ids).vectors();
    there.ifPresent(found -> found.apply(change));
  }

  private Optional<LoadedCollection> load(CollectionId id) {
    Optional<LoadedCollection> found =
        Optional.ofNullable(loaded.get(id))
            .or(() -> rows.find(id).map(row -> open(id, model(row.modelVersion()))));
    found.ifPresent(collection -> loaded.put(id, collection));
    return found;
  }

  private LoadedCollection open(CollectionId id, FaceModel model) {
    MappedVectors there = vectors(id).orElseGet(() -> open(id, model.length()));
    if (there.length() != model.length()) {
      throw new BackendException(
          "read a collection: a face in it is described by %,d numbers, and the model %s has %,d"
              .formatted(there.length(), model.version(), model.length()),
          false,
          new IllegalStateException("collection " + id));
    }
    return new LoadedCollection(
        model, faces(id), there, new LoadedUsers(model, new SqliteUsers(database, id), files));
  }

  /** Empty where no face is, and so no length known. */
  private Optional<MappedVectors> vectors(CollectionId id) {
    return Optional.ofNullable(vectors.get(id))
        .or(
            () ->
                Optional.of(faces(id).descriptorLength())
                    .filter(length -> length > 0)
                    .map(length -> open(id, length)));
  }

  private MappedVectors open(CollectionId id, int length) {
    return vectors.computeIfAbsent(id, _ -> files.open(id.value(), length, faces(id)));
  }

  private void erase(CollectionId id) {
    LoadedCollection _ = loaded.remove(id);
    MappedVectors opened = vectors.remove(id);
    try {
      if (opened == null) {
        files.erase(id.value());
      } else {
        opened.erase();
      }
    } catch (IOException fault) {
      throw StorageException.of(ERASE, fault);
    }
  }
}

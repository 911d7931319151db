package dev.riderphotos.embedded.engine;

import dev.riderphotos.BackendException;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections.Description;
import dev.riderphotos.face.FaceCollections.Summary;
import dev.riderphotos.face.FaceId;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All collections of one database, each read into memory when it is first needed; of many, those
 * that were used last stay there. There is one of these for a database: what is in memory is what
 * was written through here.
 */
public final class LoadedCollections {
  private static final int MOST = 64;

  private final Database database;
  private final SqliteCollections rows;
  private final UserCalls userCalls;
  private final InstantSource clock;
  private final FaceMemory memory;
  private final Function<ModelVersion, FaceModel> models;
  private final Map<CollectionId, LoadedCollection> loaded =
      Collections.synchronizedMap(new LastUsed());
  private final Object writing = new Object();

  /**
   * Reads nothing yet.
   *
   * @param models what a collection's model is; refuses one that is not there
   */
  public LoadedCollections(
      Database database,
      InstantSource clock,
      FaceMemory memory,
      Function<ModelVersion, FaceModel> models) {
    this.database = database;
    this.rows = new SqliteCollections(database);
    this.userCalls = new UserCalls(database, clock);
    this.clock = clock;
    this.memory = memory;
    this.models = models;
  }

  /**
   * Refuses to begin with these, if they do not fit into memory at once.
   *
   * @throws BackendException if they do not, with a sentence for the operator
   */
  public void requireRoom(Set<CollectionId> ids) {
    memory.require(ids.stream().mapToLong(this::bytesOf).sum());
  }

  /**
   * Refuses to move a collection to another model, if both do not fit into memory at once beside
   * the others that are needed.
   *
   * @throws BackendException if they do not, with a sentence for the operator
   */
  public void requireRoomToMove(CollectionId from, ModelVersion model, Set<CollectionId> others) {
    long needed = others.stream().filter(id -> !id.equals(from)).mapToLong(this::bytesOf).sum();
    memory.require(
        needed
            + bytesOf(from)
            + FaceVectors.bytesOf(faces(from).count(), model(model.id()).length()));
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
          forget(id);
          return deleted == 0 ? Optional.empty() : Optional.of(id);
        });
  }

  /** Forgets what was not used for longest. */
  private final class LastUsed extends LinkedHashMap<CollectionId, LoadedCollection> {
    LastUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<CollectionId, LoadedCollection> eldest) {
      boolean tooMany = size() > MOST;
      if (tooMany) {
        memory.giveBack(eldest.getValue().bytes());
      }
      return tooMany;
    }
  }

  /** The rows of a collection, which need not be in memory to be read. */
  SqliteFaces faces(CollectionId id) {
    return new SqliteFaces(database, id);
  }

  /** Deletes faces of a collection, which is not read into memory for it. */
  void deleteFaces(CollectionId id, List<FaceId> ids) {
    boolean _ =
        write(
            () -> {
              LoadedCollection known = loaded.get(id);
              if (known == null) {
                var _ = faces(id).delete(ids);
              } else {
                known.delete(ids);
              }
              return true;
            });
  }

  private long bytesOf(CollectionId id) {
    SqliteFaces faces = faces(id);
    int length = faces.descriptorLength();
    return FaceVectors.bytesOf(faces.count(), length)
        + UserMeans.bytesOf(users(id).countWithFaces(), length);
  }

  private SqliteUsers users(CollectionId id) {
    return new SqliteUsers(database, id);
  }

  private Optional<LoadedCollection> load(CollectionId id) {
    Optional<LoadedCollection> found =
        Optional.ofNullable(loaded.get(id))
            .or(
                () ->
                    rows.find(id)
                        .map(row -> model(row.modelVersion()))
                        .map(model -> read(id, model)));
    found.ifPresent(collection -> loaded.put(id, collection));
    return found;
  }

  private LoadedCollection read(CollectionId id, FaceModel model) {
    LoadedCollection collection =
        new LoadedCollection(
            model, faces(id), users(id), bytes -> memory.take(bytes, () -> forgetAnother(id)));
    try {
      collection.read();
      return collection;
    } catch (RuntimeException fault) {
      memory.giveBack(collection.bytes());
      throw fault;
    }
  }

  /** What is searched again is read again. */
  private boolean forgetAnother(CollectionId needed) {
    synchronized (loaded) {
      Optional<CollectionId> oldest =
          loaded.keySet().stream().filter(id -> !id.equals(needed)).findFirst();
      oldest.ifPresent(this::forget);
      return oldest.isPresent();
    }
  }

  private void forget(CollectionId id) {
    LoadedCollection forgotten = loaded.remove(id);
    if (forgotten != null) {
      memory.giveBack(forgotten.bytes());
    }
  }
}

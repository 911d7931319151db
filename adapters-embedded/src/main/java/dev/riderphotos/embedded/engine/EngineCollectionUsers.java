package dev.riderphotos.embedded.engine;

import dev.riderphotos.engine.Face;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.RequestToken;
import dev.riderphotos.face.UserChange;
import dev.riderphotos.face.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Users of collections of our own engine's faces: kept in SQLite, searched in mapped files,
 * exactly, by the means of their faces' descriptors. They are listed by their ids. A change is
 * there at once, so that no user is ever on the way to a state.
 */
public final class EngineCollectionUsers implements CollectionUsers {
  private static final int MOST_USERS = 10_000_000;

  private final LoadedCollections collections;
  private final Function<FaceModel, FaceEngine> engines;
  private final UserChanges changes;

  /**
   * Reads nothing yet.
   *
   * @param engines opened when they are first needed, and closed by whom they belong to
   */
  public EngineCollectionUsers(
      LoadedCollections collections, Function<FaceModel, FaceEngine> engines) {
    this(collections, engines, MOST_USERS);
  }

  /**
   * Has another limit.
   *
   * @param most users of a collection
   */
  EngineCollectionUsers(
      LoadedCollections collections, Function<FaceModel, FaceEngine> engines, int most) {
    this.collections = collections;
    this.engines = engines;
    this.changes = new UserChanges(collections, most);
  }

  @Override
  public UserChange<UserId> create(CollectionId id, UserId user, @Nullable RequestToken token) {
    return changes.create(id, user, token);
  }

  @Override
  public UserChange<UserId> delete(CollectionId id, UserId user, @Nullable RequestToken token) {
    return changes.delete(id, user, token);
  }

  @Override
  public UserChange<FacesChanged> associate(
      CollectionId id, UserFaces faces, double minSimilarity, @Nullable RequestToken token) {
    return changes.associate(id, faces, minSimilarity, token);
  }

  @Override
  public UserChange<FacesChanged> disassociate(
      CollectionId id, UserFaces faces, @Nullable RequestToken token) {
    return changes.disassociate(id, faces, token);
  }

  @Override
  public Optional<UserPage> list(CollectionId id, @Nullable Cursor after, int limit) {
    String last = after == null ? "" : new UserId(after.value()).value();
    return collections.find(id).map(collection -> page(collection, last, limit));
  }

  @Override
  public Optional<UserSearch> search(CollectionId id, FaceId face, Matching matching) {
    return collections
        .find(id)
        .flatMap(
            collection ->
                collection
                    .faces()
                    .descriptor(face)
                    .map(
                        descriptor ->
                            search(
                                collection,
                                collection.users().like(descriptor, matching.minSimilarity()),
                                matching)));
  }

  @Override
  public Optional<UserSearch> search(CollectionId id, UserId user, Matching matching) {
    return collections
        .find(id)
        .flatMap(
            collection ->
                collection
                    .users()
                    .rows()
                    .find(user)
                    .map(
                        found ->
                            search(
                                collection,
                                collection.users().like(found.number(), matching.minSimilarity()),
                                matching)));
  }

  @Override
  public Optional<ImageUserSearch> search(
      CollectionId id, FaceImage image, QualityFilter filter, Matching matching) {
    return collections
        .find(id)
        .map(
            collection ->
                SeenFaces.of(engines.apply(collection.model()), image.picture(), filter)
                    .search(
                        collection.model().version().id(),
                        face -> likeSeen(collection, face, matching)));
  }

  @Override
  public Optional<FacePage> faces(CollectionId id, UserId user, @Nullable Cursor after, int limit) {
    long last = EngineFaceCollections.last(after);
    return collections
        .find(id)
        .map(
            collection ->
                EngineFaceCollections.page(
                    collection, collection.faces().ofUser(user, last, limit + 1), limit));
  }

  @Override
  public Optional<FaceDeletion> deleteFaces(CollectionId id, List<FaceId> faces) {
    return collections.write(() -> collections.find(id).map(found -> found.deleteNobodys(faces)));
  }

  private static List<SimilarUser> likeSeen(
      LoadedCollection collection, Face face, Matching matching) {
    return collection
        .users()
        .like(face.descriptor().toFloats(), matching.minSimilarity())
        .limit(matching.limit())
        .toList();
  }

  private static UserSearch search(
      LoadedCollection collection, Stream<SimilarUser> found, Matching matching) {
    return new UserSearch(
        collection.model().version().id(), found.limit(matching.limit()).toList());
  }

  private static UserPage page(LoadedCollection collection, String last, int limit) {
    List<User> more = collection.users().rows().after(last, limit + 1);
    return more.size() <= limit
        ? new UserPage(more, null)
        : new UserPage(more.subList(0, limit), new Cursor(more.get(limit - 1).id().value()));
  }
}

package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.engine.FacesOfUser.Plan;
import dev.riderphotos.embedded.engine.UserCalls.Call;
import dev.riderphotos.embedded.engine.UserCalls.Earlier;
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
import dev.riderphotos.face.UserChange.Done;
import dev.riderphotos.face.UserChange.Refusal;
import dev.riderphotos.face.UserChange.Refused;
import dev.riderphotos.face.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Users of collections of our own engine's faces: kept in SQLite, searched in memory, exactly, by
 * the means of their faces' descriptors. They are listed by their ids. A change is there at once,
 * so that no user is ever on the way to a state.
 */
public final class EngineCollectionUsers implements CollectionUsers {
  private static final int MOST_USERS = 10_000_000;

  private final LoadedCollections collections;
  private final Function<FaceModel, FaceEngine> engines;
  private final int most;

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
    this.most = most;
  }

  @Override
  public UserChange<UserId> create(CollectionId id, UserId user, @Nullable RequestToken token) {
    Call call = new Call("create", id, token, user.value());
    return once(
        call,
        UserId::new,
        collection -> {
          LoadedUsers users = collection.users();
          if (users.rows().find(user).isPresent()) {
            return new Refused<>(Refusal.USER_EXISTS);
          }
          if (users.rows().count() >= most) {
            return new Refused<>(Refusal.TOO_MANY);
          }
          calls().make(call, user.value(), connection -> users.rows().insert(connection, user));
          return new Done<>(user);
        });
  }

  @Override
  public UserChange<UserId> delete(CollectionId id, UserId user, @Nullable RequestToken token) {
    Call call = new Call("delete", id, token, user.value());
    return once(
        call,
        UserId::new,
        collection ->
            collection
                .users()
                .rows()
                .find(user)
                .map(found -> delete(call, collection.users(), found.number(), user))
                .orElseGet(() -> new Refused<>(Refusal.NO_USER)));
  }

  @Override
  public Optional<UserPage> list(CollectionId id, @Nullable Cursor after, int limit) {
    String last = after == null ? "" : new UserId(after.value()).value();
    return collections.find(id).map(collection -> page(collection, last, limit));
  }

  @Override
  public UserChange<FacesChanged> associate(
      CollectionId id, UserFaces faces, double minSimilarity, @Nullable RequestToken token) {
    Call call = new Call("associate", id, token, text(faces) + " " + minSimilarity);
    return ofFaces(call, faces, found -> found.association(faces.faces(), minSimilarity));
  }

  @Override
  public UserChange<FacesChanged> disassociate(
      CollectionId id, UserFaces faces, @Nullable RequestToken token) {
    Call call = new Call("disassociate", id, token, text(faces));
    return ofFaces(call, faces, found -> found.disassociation(faces.faces()));
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

  private UserCalls calls() {
    return collections.userCalls();
  }

  /** What the work answers, or what the same call was answered before. */
  private <T> UserChange<T> once(
      Call call, Function<String, T> answer, Function<LoadedCollection, UserChange<T>> work) {
    return collections.write(
        () -> {
          Optional<LoadedCollection> collection = collections.find(call.collection());
          if (collection.isEmpty()) {
            return new Refused<>(Refusal.NO_COLLECTION);
          }
          Optional<Earlier> earlier = calls().find(call);
          return earlier.isPresent() ? again(earlier.get(), answer) : work.apply(collection.get());
        });
  }

  private static <T> UserChange<T> again(Earlier earlier, Function<String, T> answer) {
    return earlier.same()
        ? new Done<>(answer.apply(earlier.answer()))
        : new Refused<>(Refusal.TOKEN_OF_ANOTHER_CALL);
  }

  private UserChange<UserId> delete(Call call, LoadedUsers users, long number, UserId user) {
    calls().make(call, user.value(), connection -> users.rows().delete(connection, number));
    users.refresh(List.of(number));
    return new Done<>(user);
  }

  private UserChange<FacesChanged> ofFaces(
      Call call, UserFaces faces, Function<FacesOfUser, Optional<Plan>> plan) {
    return once(
        call,
        FacesChangedText::read,
        collection ->
            collection
                .users()
                .rows()
                .find(faces.user())
                .map(
                    user ->
                        plan.apply(new FacesOfUser(collection, user))
                            .map(planned -> make(call, collection.users(), user, planned))
                            .orElseGet(() -> new Refused<>(Refusal.TOO_MANY)))
                .orElseGet(() -> new Refused<>(Refusal.NO_USER)));
  }

  private UserChange<FacesChanged> make(
      Call call, LoadedUsers users, SqliteUsers.Numbered user, Plan plan) {
    if (plan.first()) {
      users.reserve();
    }
    calls()
        .make(
            call,
            FacesChangedText.write(plan.answer()),
            connection -> users.rows().give(connection, plan.answer().changed(), plan.owner()));
    users.refresh(List.of(user.number()));
    return new Done<>(plan.answer());
  }

  private static String text(UserFaces faces) {
    return faces.user() + " " + faces.faces();
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

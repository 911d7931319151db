package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.engine.FacesOfUser.Plan;
import dev.riderphotos.embedded.engine.UserCalls.Call;
import dev.riderphotos.embedded.engine.UserCalls.Earlier;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers.FacesChanged;
import dev.riderphotos.face.CollectionUsers.UserFaces;
import dev.riderphotos.face.RequestToken;
import dev.riderphotos.face.UserChange;
import dev.riderphotos.face.UserChange.Done;
import dev.riderphotos.face.UserChange.Refusal;
import dev.riderphotos.face.UserChange.Refused;
import dev.riderphotos.face.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes the users of collections, one change after the other: looks whether the call was made
 * before, decides, writes rows and answer in one transaction, and then tells memory of it.
 */
final class UserChanges {
  private final LoadedCollections collections;
  private final int most;

  /**
   * Changes nothing yet.
   *
   * @param most users of a collection
   */
  UserChanges(LoadedCollections collections, int most) {
    this.collections = collections;
    this.most = most;
  }

  UserChange<UserId> create(CollectionId id, UserId user, @Nullable RequestToken token) {
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

  UserChange<UserId> delete(CollectionId id, UserId user, @Nullable RequestToken token) {
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

  UserChange<FacesChanged> associate(
      CollectionId id, UserFaces faces, double minSimilarity, @Nullable RequestToken token) {
    Call call = new Call("associate", id, token, text(faces) + " " + minSimilarity);
    return ofFaces(call, faces, found -> found.association(faces.faces(), minSimilarity));
  }

  UserChange<FacesChanged> disassociate(
      CollectionId id, UserFaces faces, @Nullable RequestToken token) {
    Call call = new Call("disassociate", id, token, text(faces));
    return ofFaces(call, faces, found -> found.disassociation(faces.faces()));
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
}

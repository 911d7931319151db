package dev.riderphotos.testkit;

import static java.util.Comparator.comparingDouble;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.RequestToken;
import dev.riderphotos.face.UnindexedReason;
import dev.riderphotos.face.UserChange;
import dev.riderphotos.face.UserChange.Done;
import dev.riderphotos.face.UserChange.Refusal;
import dev.riderphotos.face.UserChange.Refused;
import dev.riderphotos.face.UserId;
import dev.riderphotos.testkit.InMemoryFaceCollections.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The users of {@link InMemoryFaceCollections}, who look as much like somebody as their faces do on
 * average. It lists ids backwards. Answers to calls with a token are kept for ever.
 */
public final class InMemoryCollectionUsers implements CollectionUsers {
  private final InMemoryFaceCollections faces;
  private final Map<List<Object>, Answered> calls = new HashMap<>();

  /** Where the faces of the collection were made anew, another collection has its name. */
  private record Answered(
      CollectionId id, List<Entry> collection, List<Object> parameters, Object answer) {
    @SuppressWarnings("ReferenceEquality") // lists of equal faces may be of two collections
    boolean isOf(InMemoryFaceCollections faces) {
      return faces.entries(id).orElse(null) == collection;
    }
  }

  public InMemoryCollectionUsers(InMemoryFaceCollections faces) {
    this.faces = faces;
  }

  @Override
  public UserChange<UserId> create(CollectionId id, UserId user, @Nullable RequestToken token) {
    return once(
        List.of("create", id, user),
        id,
        token,
        () -> faces.users(id).add(user) ? new Done<>(user) : new Refused<>(Refusal.USER_EXISTS));
  }

  @Override
  public UserChange<UserId> delete(CollectionId id, UserId user, @Nullable RequestToken token) {
    return once(
        List.of("delete", id, user),
        id,
        token,
        () -> {
          if (!faces.users(id).remove(user)) {
            return new Refused<>(Refusal.NO_USER);
          }
          give(id, face -> user.equals(face.user()), null);
          return new Done<>(user);
        });
  }

  @Override
  public Optional<UserPage> list(CollectionId id, @Nullable Cursor after, int limit) {
    synchronized (faces) {
      UserId last = after == null ? null : new UserId(after.value());
      return faces.entries(id).map(_ -> page(id, last, limit));
    }
  }

  @Override
  public UserChange<FacesChanged> associate(
      CollectionId id, UserFaces named, double minSimilarity, @Nullable RequestToken token) {
    return once(
        List.of("associate", id, named, minSimilarity),
        id,
        token,
        () -> {
          List<Entry> before = ofUser(id, named.user());
          return change(
              id,
              named,
              named.user(),
              face -> face.face().user() != null,
              face -> unlike(face, before, minSimilarity));
        });
  }

  @Override
  public UserChange<FacesChanged> disassociate(
      CollectionId id, UserFaces named, @Nullable RequestToken token) {
    return once(
        List.of("disassociate", id, named),
        id,
        token,
        () -> change(id, named, null, face -> face.face().user() == null, _ -> Optional.empty()));
  }

  @Override
  public Optional<UserSearch> search(CollectionId id, FaceId face, Matching matching) {
    synchronized (faces) {
      return faces
          .entries(id)
          .flatMap(entries -> InMemoryFaceCollections.find(entries, face))
          .map(entry -> found(id, matching, _ -> true, user -> likeness(entry.name(), user)));
    }
  }

  @Override
  public Optional<UserSearch> search(CollectionId id, UserId user, Matching matching) {
    synchronized (faces) {
      if (faces.entries(id).isEmpty() || !faces.users(id).contains(user)) {
        return Optional.empty();
      }
      List<Entry> own = ofUser(id, user);
      return Optional.of(
          found(
              id,
              matching,
              other -> !own.isEmpty() && !other.equals(user),
              other ->
                  own.stream()
                      .mapToDouble(entry -> likeness(entry.name(), other))
                      .average()
                      .orElse(0)));
    }
  }

  @Override
  public Optional<ImageUserSearch> search(
      CollectionId id, FaceImage image, QualityFilter filter, Matching matching) {
    synchronized (faces) {
      return faces.entries(id).map(_ -> searchImage(id, image, filter, matching));
    }
  }

  @Override
  public Optional<FacePage> faces(CollectionId id, UserId user, @Nullable Cursor after, int limit) {
    synchronized (faces) {
      long last = after == null ? Long.MAX_VALUE : Long.parseLong(after.value());
      return faces
          .entries(id)
          .map(_ -> InMemoryFaceCollections.page(ofUser(id, user), last, limit));
    }
  }

  @Override
  public Optional<FaceDeletion> deleteFaces(CollectionId id, List<FaceId> named) {
    synchronized (faces) {
      return faces
          .entries(id)
          .map(
              entries -> {
                List<FaceId> gone = new ArrayList<>();
                List<Undeleted> others = new ArrayList<>();
                for (FaceId face : new LinkedHashSet<>(named)) {
                  Optional<Entry> entry = InMemoryFaceCollections.find(entries, face);
                  UserId user = entry.map(found -> found.face().user()).orElse(null);
                  if (user != null) {
                    others.add(new OfUser(face, user));
                  } else if (entry.isPresent()) {
                    gone.add(face);
                  } else {
                    others.add(new NotFound(face));
                  }
                }
                entries.removeIf(entry -> gone.contains(entry.face().id()));
                return new FaceDeletion(gone, others);
              });
    }
  }

  private <T> UserChange<T> once(
      List<Object> call,
      CollectionId id,
      @Nullable RequestToken token,
      Supplier<UserChange<T>> work) {
    synchronized (faces) {
      calls.values().removeIf(earlier -> !earlier.isOf(faces));
      if (faces.entries(id).isEmpty()) {
        return new Refused<>(Refusal.NO_COLLECTION);
      }
      if (token == null) {
        return work.get();
      }
      Answered earlier = calls.get(List.of(call.getFirst(), token));
      return earlier == null ? first(call, id, token, work.get()) : again(earlier, call);
    }
  }

  private <T> UserChange<T> first(
      List<Object> call, CollectionId id, RequestToken token, UserChange<T> change) {
    if (change instanceof Done<T> done) {
      List<Entry> collection = faces.entries(id).orElseThrow();
      calls.put(List.of(call.getFirst(), token), new Answered(id, collection, call, done));
    }
    return change;
  }

  @SuppressWarnings("unchecked") // a call of one kind is always answered alike
  private static <T> UserChange<T> again(Answered earlier, List<Object> call) {
    return earlier.parameters().equals(call)
        ? (UserChange<T>) earlier.answer()
        : new Refused<>(Refusal.TOKEN_OF_ANOTHER_CALL);
  }

  private UserChange<FacesChanged> change(
      CollectionId id,
      UserFaces named,
      @Nullable UserId owner,
      Predicate<Entry> isAlready,
      Function<Entry, Optional<Unchanged>> refusal) {
    if (!faces.users(id).contains(named.user())) {
      return new Refused<>(Refusal.NO_USER);
    }
    List<Entry> entries = faces.entries(id).orElseThrow();
    List<FaceId> changed = new ArrayList<>();
    List<Unchanged> others = new ArrayList<>();
    for (FaceId face : new LinkedHashSet<>(named.faces())) {
      Optional<Entry> entry = InMemoryFaceCollections.find(entries, face);
      Optional<Unchanged> obstacle = obstacle(face, entry, named.user());
      if (obstacle.isPresent()) {
        others.add(obstacle.get());
      } else if (!isAlready.test(entry.orElseThrow())) {
        refusal.apply(entry.get()).ifPresentOrElse(others::add, () -> changed.add(face));
      }
    }
    if (owner != null && ofUser(id, owner).size() + changed.size() > MOST_FACES) {
      return new Refused<>(Refusal.TOO_MANY);
    }
    give(id, face -> changed.contains(face.id()), owner);
    return new Done<>(new FacesChanged(changed, others, status(id, named.user())));
  }

  private static Optional<Unchanged> obstacle(FaceId face, Optional<Entry> entry, UserId user) {
    if (entry.isEmpty()) {
      return Optional.of(new NotFound(face));
    }
    return Optional.ofNullable(entry.get().face().user())
        .filter(owner -> !owner.equals(user))
        .map(owner -> new OfUser(face, owner));
  }

  private Optional<Unchanged> unlike(Entry face, List<Entry> before, double minSimilarity) {
    double similarity = likeness(face.name(), before);
    return before.isEmpty() || similarity >= minSimilarity
        ? Optional.empty()
        : Optional.of(new Unlike(face.face().id(), similarity));
  }

  private void give(CollectionId id, Predicate<IndexedFace> which, @Nullable UserId owner) {
    faces
        .entries(id)
        .orElseThrow()
        .replaceAll(
            entry ->
                which.test(entry.face())
                    ? new Entry(entry.number(), entry.face().of(owner), entry.name())
                    : entry);
  }

  private UserPage page(CollectionId id, @Nullable UserId last, int limit) {
    List<User> more =
        faces.users(id).stream()
            .filter(user -> last == null || user.value().compareTo(last.value()) < 0)
            .limit(limit + 1L)
            .map(user -> new User(user, status(id, user)))
            .toList();
    return more.size() <= limit
        ? new UserPage(more, null)
        : new UserPage(more.subList(0, limit), new Cursor(more.get(limit - 1).id().value()));
  }

  private ImageUserSearch searchImage(
      CollectionId id, FaceImage image, QualityFilter filter, Matching matching) {
    List<Unsearched> others = new ArrayList<>();
    List<SimilarUser> matches = List.of();
    FaceInImage searched = null;
    for (DetectedFace face : faces.detect(image)) {
      FaceInImage seen = new FaceInImage(face.detail().box(), face.detail().confidence());
      Set<UnindexedReason> reasons = KnownFaces.against(face, filter);
      if (searched == null && reasons.isEmpty()) {
        searched = seen;
        String name = KnownFaces.nameOf(face.print());
        matches = found(id, matching, _ -> true, user -> likeness(name, user)).matches();
      } else {
        others.add(new Unsearched(seen, searched != null, reasons));
      }
    }
    return new ImageUserSearch(InMemoryFaceCollections.MODEL_VERSION, matches, searched, others);
  }

  private UserSearch found(
      CollectionId id,
      Matching matching,
      Predicate<UserId> among,
      ToDoubleFunction<List<Entry>> likeness) {
    return new UserSearch(
        InMemoryFaceCollections.MODEL_VERSION,
        faces.users(id).stream()
            .filter(among)
            .filter(user -> status(id, user) == UserStatus.ACTIVE)
            .map(
                user ->
                    new SimilarUser(
                        new User(user, UserStatus.ACTIVE),
                        likeness.applyAsDouble(ofUser(id, user))))
            .filter(match -> match.similarity() >= matching.minSimilarity())
            .sorted(comparingDouble(SimilarUser::similarity).reversed())
            .limit(matching.limit())
            .toList());
  }

  private double likeness(String name, List<Entry> user) {
    return user.stream()
        .mapToDouble(entry -> faces.similarity(name, entry.name()))
        .average()
        .orElse(0);
  }

  private List<Entry> ofUser(CollectionId id, UserId user) {
    return faces.entries(id).orElseThrow().stream()
        .filter(entry -> user.equals(entry.face().user()))
        .toList();
  }

  private UserStatus status(CollectionId id, UserId user) {
    return ofUser(id, user).isEmpty() ? UserStatus.CREATED : UserStatus.ACTIVE;
  }
}

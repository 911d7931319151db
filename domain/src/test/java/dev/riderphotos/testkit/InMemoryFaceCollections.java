package dev.riderphotos.testkit;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.face.Indexing.Indexed;
import dev.riderphotos.face.Indexing.Unindexed;
import dev.riderphotos.face.SimilarFace;
import dev.riderphotos.face.UnindexedReason;
import dev.riderphotos.face.UserId;
import dev.riderphotos.portraits.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares the names that {@link KnownFaces} gives as prints. It lists the last face first and ids
 * backwards, so that nobody comes to rely on an order that no port promises.
 */
public final class InMemoryFaceCollections implements FaceCollections {
  public static final String MODEL_VERSION = "names-1";

  private static final double SAME = 99;
  private static final double STRANGER = 5;
  private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

  private final FaceDetector detector;
  private final Map<CollectionId, List<Entry>> collections = new HashMap<>();
  private final Map<CollectionId, Set<UserId>> users = new HashMap<>();
  private final Map<Set<String>, Double> lookAlikes = new HashMap<>();
  private int indexed;

  record Entry(long number, IndexedFace face, String name) {}

  public InMemoryFaceCollections() {
    this(new KnownFaces());
  }

  /**
   * Makes one without any collection.
   *
   * @param detector sees the faces; with {@link KnownFaces}' prints
   */
  public InMemoryFaceCollections(FaceDetector detector) {
    this.detector = detector;
  }

  /** From now on these two resemble each other so much. */
  public synchronized void lookAlike(Person one, Person other, double similarity) {
    lookAlikes.put(Set.of(one.name(), other.name()), similarity);
  }

  @Override
  public synchronized Optional<Summary> create(CollectionId id) {
    return collections.putIfAbsent(id, new ArrayList<>()) == null
        ? Optional.of(new Summary(id, MODEL_VERSION))
        : Optional.empty();
  }

  @Override
  public synchronized Optional<Summary> create(CollectionId id, String modelVersion) {
    if (!modelVersion.equals(MODEL_VERSION)) {
      throw new IllegalArgumentException("No such model: " + modelVersion);
    }
    return create(id);
  }

  @Override
  public synchronized Optional<Description> describe(CollectionId id) {
    return entries(id)
        .map(entries -> new Description(id, MODEL_VERSION, entries.size(), users(id).size(), MADE));
  }

  @Override
  public synchronized CollectionPage list(@Nullable Cursor after, int limit) {
    CollectionId last = after == null ? null : new CollectionId(after.value());
    List<Summary> more =
        collections.keySet().stream()
            .filter(id -> last == null || id.value().compareTo(last.value()) < 0)
            .sorted(comparing(CollectionId::value).reversed())
            .limit(limit + 1L)
            .map(id -> new Summary(id, MODEL_VERSION))
            .toList();
    return more.size() <= limit
        ? new CollectionPage(more, null)
        : new CollectionPage(more.subList(0, limit), new Cursor(more.get(limit - 1).id().value()));
  }

  @Override
  public synchronized Optional<CollectionId> delete(CollectionId id) {
    users.remove(id);
    return Optional.ofNullable(collections.remove(id)).map(_ -> id);
  }

  @Override
  public synchronized Optional<Indexing> index(CollectionId id, NewFaces faces) {
    return entries(id).map(entries -> index(entries, faces));
  }

  @Override
  public synchronized Optional<ImageSearch> search(
      CollectionId id, SearchedImage image, Matching matching) {
    return entries(id)
        .map(
            entries ->
                new ImageSearch(
                    MODEL_VERSION,
                    detect(image.image()).stream()
                        .filter(face -> KnownFaces.against(face, image.filter()).isEmpty())
                        .limit(image.everyFace() ? Long.MAX_VALUE : 1)
                        .map(face -> searched(entries, face, matching))
                        .toList()));
  }

  @Override
  public synchronized Optional<FaceSearch> search(CollectionId id, FaceId face, Matching matching) {
    return entries(id)
        .flatMap(
            entries ->
                find(entries, face)
                    .map(entry -> matches(entries, entry.name(), matching, face))
                    .map(matches -> new FaceSearch(MODEL_VERSION, matches)));
  }

  @Override
  public synchronized Optional<FacePage> faces(CollectionId id, @Nullable Cursor after, int limit) {
    long last = after == null ? Long.MAX_VALUE : Long.parseLong(after.value());
    return entries(id).map(entries -> page(entries, last, limit));
  }

  @Override
  public synchronized Optional<FacePage> faces(CollectionId id, List<FaceId> only) {
    return entries(id)
        .map(
            entries ->
                new FacePage(
                    MODEL_VERSION,
                    entries.reversed().stream()
                        .map(Entry::face)
                        .filter(face -> only.contains(face.id()))
                        .toList(),
                    null));
  }

  @Override
  public synchronized Optional<List<FaceId>> deleteFaces(CollectionId id, List<FaceId> faces) {
    Optional<List<FaceId>> there =
        faces(id, faces).map(page -> page.faces().stream().map(IndexedFace::id).toList());
    entries(id).ifPresent(entries -> entries.removeIf(entry -> faces.contains(entry.face().id())));
    return there;
  }

  /** What {@link InMemoryCollectionUsers} shares with this, under its lock. */
  Optional<List<Entry>> entries(CollectionId id) {
    return Optional.ofNullable(collections.get(id));
  }

  /** The users of a collection, which go with it. */
  Set<UserId> users(CollectionId id) {
    return users.computeIfAbsent(id, _ -> new TreeSet<>(comparing(UserId::value).reversed()));
  }

  List<DetectedFace> detect(FaceImage image) {
    return detector.detect(image.picture(), image.storedAs());
  }

  private Indexing index(List<Entry> entries, NewFaces faces) {
    List<Indexed> good = new ArrayList<>();
    List<Unindexed> others = new ArrayList<>();
    for (DetectedFace face : detect(faces.image())) {
      Set<UnindexedReason> reasons = KnownFaces.against(face, faces.filter());
      if (reasons.isEmpty() && good.size() == faces.maxFaces()) {
        reasons = Set.of(UnindexedReason.EXCEEDS_MAX_FACES);
      }
      if (reasons.isEmpty()) {
        good.add(new Indexed(thereOrAdded(entries, faces, face), KnownFaces.seen(face)));
      } else {
        others.add(new Unindexed(KnownFaces.seen(face), reasons));
      }
    }
    return new Indexing(MODEL_VERSION, good, others);
  }

  /** The same face of the same image under the same name is there already. */
  private IndexedFace thereOrAdded(List<Entry> entries, NewFaces faces, DetectedFace face) {
    ImageId image = new ImageId("image-" + Arrays.hashCode(faces.image().picture().bgr()));
    return entries.stream()
        .map(Entry::face)
        .filter(there -> there.image().equals(image))
        .filter(there -> Objects.equals(there.externalImageId(), faces.externalImageId()))
        .filter(there -> there.box().equals(face.detail().box()))
        .findFirst()
        .orElseGet(() -> add(entries, image, faces, face));
  }

  private IndexedFace add(List<Entry> entries, ImageId image, NewFaces faces, DetectedFace face) {
    FaceDetail seen = face.detail();
    IndexedFace added =
        new IndexedFace(
            new FaceId("face-" + ++indexed),
            image,
            faces.externalImageId(),
            seen.box(),
            seen.confidence());
    entries.add(new Entry(indexed, added, KnownFaces.nameOf(face.print())));
    return added;
  }

  private Searched searched(List<Entry> entries, DetectedFace face, Matching matching) {
    String name = KnownFaces.nameOf(face.print());
    FaceDetail seen = face.detail();
    return new Searched(seen.box(), seen.confidence(), matches(entries, name, matching, null));
  }

  private List<SimilarFace> matches(
      List<Entry> entries, String name, Matching matching, @Nullable FaceId but) {
    return entries.stream()
        .filter(entry -> !entry.face().id().equals(but))
        .map(entry -> new SimilarFace(entry.face(), similarity(entry.name(), name)))
        .filter(match -> match.similarity() >= matching.minSimilarity())
        .sorted(comparingDouble(SimilarFace::similarity).reversed())
        .limit(matching.limit())
        .toList();
  }

  double similarity(String one, String other) {
    return one.equals(other)
        ? SAME
        : lookAlikes.getOrDefault(new HashSet<>(List.of(one, other)), STRANGER);
  }

  static Optional<Entry> find(List<Entry> entries, FaceId face) {
    return entries.stream().filter(entry -> entry.face().id().equals(face)).findFirst();
  }

  static FacePage page(List<Entry> entries, long last, int limit) {
    List<Entry> more =
        entries.stream()
            .filter(entry -> entry.number() < last)
            .sorted(comparingLong(Entry::number).reversed())
            .limit(limit + 1L)
            .toList();
    List<Entry> page = more.subList(0, Math.min(limit, more.size()));
    return new FacePage(
        MODEL_VERSION,
        page.stream().map(Entry::face).toList(),
        more.size() <= limit ? null : new Cursor(String.valueOf(page.getLast().number())));
  }
}

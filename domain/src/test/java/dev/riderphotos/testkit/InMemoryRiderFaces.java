package dev.riderphotos.testkit;

import static java.util.Comparator.comparingDouble;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.LiveFaces;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.OutdatedPrintException;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.Registration.Duplicate;
import dev.riderphotos.face.Registration.Registered;
import dev.riderphotos.face.Registration.Unsuitable;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.Role;
import dev.riderphotos.portraits.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compares the names that {@link KnownFaces} gives as prints, in as many collections as become
 * live, each with a face model of its own.
 */
public final class InMemoryRiderFaces implements RiderFaces, RegistrationTurn {
  private static final double SAME = 99;
  private static final double TWINS = 90;
  private static final double ALIKE = 75;
  private static final double STRANGER = 5;

  private final Map<CollectionId, Map<FaceId, Entry>> collections = new LinkedHashMap<>();
  private final Map<CollectionId, String> models = new HashMap<>();
  private final List<Set<String>> lookAlikes = new ArrayList<>();
  private final List<Set<String>> twins = new ArrayList<>();
  private final Set<String> unsuitable = new HashSet<>();
  private final LiveFaces live;
  private int registered;

  private record Entry(IndexedFace face, String name) {}

  /** Holds one collection, which is live. */
  public InMemoryRiderFaces() {
    this(new InMemoryLiveCollections(), new InMemoryFaceCounterparts());
  }

  /** Holds the collections that become live. */
  public InMemoryRiderFaces(LiveCollections live, FaceCounterparts counterparts) {
    this.live = new LiveFaces(Role.RIDERS, live, counterparts);
  }

  /** From now on the collection is one of this model; unless told, it is of the usual one. */
  public synchronized void model(CollectionId collection, String model) {
    models.put(collection, model);
  }

  /** The model of the live collection. */
  public synchronized String model() {
    return models.getOrDefault(live.collection(), KnownFaces.MODEL);
  }

  /** Gives each face of the live collection a counterpart in another one, if it has none there. */
  public synchronized void carryOverTo(CollectionId other) {
    for (Entry entry : List.copyOf(entries().values())) {
      if (live.in(other, entry.face().id()).isEmpty()) {
        IndexedFace moved = indexedAs("moved", entry.face());
        entriesOf(other).put(moved.id(), new Entry(moved, entry.name()));
        live.pair(live.collection(), entry.face().id(), other, moved.id());
      }
    }
  }

  @Override
  public synchronized <T> T whileNobodyRegisters(Supplier<T> work) {
    return work.get();
  }

  /** From now on these two resemble each other, but not so much as to be taken for one. */
  public synchronized void lookAlike(Person one, Person other) {
    lookAlikes.add(Set.of(one.name(), other.name()));
  }

  /** From now on these two are taken for one, though each is more like themselves. */
  public synchronized void twins(Person one, Person other) {
    twins.add(Set.of(one.name(), other.name()));
  }

  /** From now on this person's face is never good enough to index. */
  public synchronized void unsuitable(Person person) {
    unsuitable.add(person.name());
  }

  @Override
  public synchronized List<FaceMatch> search(FacePrint print, double minSimilarity, int limit) {
    String name = nameOf(print);
    return entries().values().stream()
        .map(entry -> match(entry, name))
        .filter(match -> match.similarity() >= minSimilarity)
        .sorted(comparingDouble(FaceMatch::similarity).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized OptionalDouble similarity(FacePrint print, FaceId face, double least) {
    String name = nameOf(print);
    return find(face)
        .flatMap(known -> Optional.ofNullable(entries().get(known.id())))
        .map(known -> OptionalDouble.of(match(known, name).similarity()))
        .orElseGet(OptionalDouble::empty);
  }

  @Override
  public synchronized Registration register(NewFace face) {
    List<FaceMatch> matches = search(face.face().print(), 0, Integer.MAX_VALUE);
    Optional<IndexedFace> own = registeredFrom(face.image());
    FaceMatch nearest = matches.stream().filter(face::isToBeCompared).findFirst().orElse(null);
    if (own.isPresent()) {
      return new Registered(own.get(), nearest);
    }
    Optional<FaceMatch> barring = matches.stream().filter(face::isBarredBy).findFirst();
    return barring
        .<Registration>map(Duplicate::new)
        .orElseGet(() -> add(face, elsewhere(face.image()), nearest));
  }

  @Override
  public synchronized Optional<IndexedFace> registeredFrom(ImageId image) {
    return elsewhere(image).stream()
        .map(IndexedFace::id)
        .flatMap(id -> find(id).stream())
        .findFirst();
  }

  /** Faces of the image that were registered when another collection was live. */
  private List<IndexedFace> elsewhere(ImageId image) {
    return live.collections().stream()
        .flatMap(collection -> entriesOf(collection).values().stream())
        .map(Entry::face)
        .filter(face -> face.image().equals(image))
        .toList();
  }

  private Registration add(NewFace face, List<IndexedFace> before, @Nullable FaceMatch nearest) {
    DetectedFace detected = face.face();
    String name = nameOf(detected.print());
    if (unsuitable.contains(name)) {
      return new Unsuitable();
    }
    IndexedFace indexed =
        new IndexedFace(
            new FaceId("face-" + ++registered),
            face.image(),
            face.externalImageId(),
            detected.detail().box(),
            detected.detail().confidence());
    entries().put(indexed.id(), new Entry(indexed, name));
    before.forEach(
        earlier ->
            collectionOf(earlier.id())
                .ifPresent(
                    other -> live.pair(other, earlier.id(), live.collection(), indexed.id())));
    return new Registered(indexed, nearest);
  }

  @Override
  public synchronized Optional<IndexedFace> find(FaceId id) {
    CollectionId collection = live.collection();
    FaceId there = live.in(collection, id).orElse(id);
    return Optional.ofNullable(entriesOf(collection).get(there)).map(Entry::face);
  }

  @Override
  public Optional<float[]> descriptor(FaceId id) {
    return Optional.empty(); // names are compared here
  }

  @Override
  public synchronized void delete(FaceId id) {
    live.everywhere(List.of(id))
        .forEach((collection, ids) -> entriesOf(collection).keySet().removeAll(ids));
    live.forget(List.of(id));
  }

  @Override
  public synchronized void deleteFacesOf(ImageId image) {
    elsewhere(image).forEach(face -> delete(face.id()));
  }

  @Override
  public double duplicateSimilarity(long faces) {
    return SAME;
  }

  @Override
  public synchronized long size() {
    return entries().size();
  }

  /** All faces of the live collection, the first registered first. */
  public synchronized List<IndexedFace> all() {
    return allOf(live.collection());
  }

  /** All faces of a collection, the first registered first. */
  public synchronized List<IndexedFace> allOf(CollectionId collection) {
    return entriesOf(collection).values().stream().map(Entry::face).toList();
  }

  private Map<FaceId, Entry> entries() {
    return entriesOf(live.collection());
  }

  private Map<FaceId, Entry> entriesOf(CollectionId collection) {
    return collections.computeIfAbsent(collection, _ -> new LinkedHashMap<>());
  }

  private Optional<CollectionId> collectionOf(FaceId face) {
    return collections.entrySet().stream()
        .filter(each -> each.getValue().containsKey(face))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Who moves a face has it indexed anew: it keeps its name, and not its image's. */
  private IndexedFace indexedAs(String image, IndexedFace face) {
    return new IndexedFace(
        new FaceId("face-" + ++registered),
        new ImageId(image + "-" + registered),
        face.externalImageId(),
        face.box(),
        face.confidence());
  }

  private String nameOf(FacePrint print) {
    String prefix = model() + ":";
    if (!print.value().startsWith(prefix)) {
      throw new OutdatedPrintException();
    }
    return print.value().substring(prefix.length());
  }

  private FaceMatch match(Entry entry, String name) {
    boolean same = entry.name().equals(name);
    Set<String> both = Set.copyOf(List.of(entry.name(), name));
    if (twins.contains(both)) {
      return new FaceMatch(entry.face(), TWINS, true);
    }
    double similarity = lookAlikes.contains(both) ? ALIKE : STRANGER;
    return new FaceMatch(entry.face(), same ? SAME : similarity, same);
  }
}

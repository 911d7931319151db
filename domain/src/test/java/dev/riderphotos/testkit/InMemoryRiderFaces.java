package dev.riderphotos.testkit;

import static java.util.Comparator.comparingDouble;

import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.Registration.Duplicate;
import dev.riderphotos.face.Registration.Registered;
import dev.riderphotos.face.Registration.Unsuitable;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.portraits.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the names that {@link KnownFaces} gives as prints. */
public final class InMemoryRiderFaces implements RiderFaces {
  private static final double SAME = 99;
  private static final double ALIKE = 75;
  private static final double STRANGER = 5;

  private final Map<FaceId, Entry> entries = new LinkedHashMap<>();
  private final List<Set<String>> lookAlikes = new ArrayList<>();
  private final Set<String> unsuitable = new HashSet<>();
  private int registered;

  private record Entry(IndexedFace face, String name) {}

  /** From now on these two resemble each other, but not so much as to be taken for one. */
  public synchronized void lookAlike(Person one, Person other) {
    lookAlikes.add(Set.of(one.name(), other.name()));
  }

  /** From now on this person's face is never good enough to index. */
  public synchronized void unsuitable(Person person) {
    unsuitable.add(person.name());
  }

  @Override
  public synchronized List<FaceMatch> search(FacePrint print, double minSimilarity, int limit) {
    String name = KnownFaces.nameOf(print);
    return entries.values().stream()
        .map(entry -> match(entry, name))
        .filter(match -> match.similarity() >= minSimilarity)
        .sorted(comparingDouble(FaceMatch::similarity).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Registration register(NewFace face) {
    List<FaceMatch> matches = search(face.face().print(), 0, Integer.MAX_VALUE);
    Optional<IndexedFace> own =
        matches.stream()
            .map(FaceMatch::face)
            .filter(indexed -> indexed.image().equals(face.image()))
            .findFirst();
    if (own.isPresent()) {
      return new Registered(own.get());
    }
    Optional<FaceMatch> barring = matches.stream().filter(face::isBarredBy).findFirst();
    return barring.<Registration>map(Duplicate::new).orElseGet(() -> add(face));
  }

  private Registration add(NewFace face) {
    DetectedFace detected = face.face();
    String name = KnownFaces.nameOf(detected.print());
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
    entries.put(indexed.id(), new Entry(indexed, name));
    return new Registered(indexed);
  }

  @Override
  public synchronized Optional<IndexedFace> find(FaceId id) {
    return Optional.ofNullable(entries.get(id)).map(Entry::face);
  }

  @Override
  public synchronized void delete(FaceId id) {
    entries.remove(id);
  }

  @Override
  public synchronized void deleteFacesOf(ImageId image) {
    entries.values().removeIf(entry -> entry.face().image().equals(image));
  }

  @Override
  public synchronized long size() {
    return entries.size();
  }

  /** All faces, the first registered first. */
  public synchronized List<IndexedFace> all() {
    return entries.values().stream().map(Entry::face).toList();
  }

  private FaceMatch match(Entry entry, String name) {
    boolean same = entry.name().equals(name);
    double similarity =
        lookAlikes.contains(Set.copyOf(List.of(entry.name(), name))) ? ALIKE : STRANGER;
    return new FaceMatch(entry.face(), same ? SAME : similarity, same);
  }
}

package dev.riderphotos.face;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The faces of one role: which collection they are in now, and what each is called there, and in
 * others.
 */
public final class LiveFaces {
  private final Role role;
  private final LiveCollections live;
  private final FaceCounterparts counterparts;

  public LiveFaces(Role role, LiveCollections live, FaceCounterparts counterparts) {
    this.role = role;
    this.live = live;
    this.counterparts = counterparts;
  }

  /** The live collection. */
  public CollectionId collection() {
    return live.of(role);
  }

  /** The live collection, and then those that are paired with it. */
  public Set<CollectionId> collections() {
    Set<CollectionId> all = new LinkedHashSet<>();
    all.add(collection());
    all.addAll(live.paired(role));
    return all;
  }

  /** The face's id in the live collection; of one that was never moved, the same. */
  public FaceId present(FaceId face) {
    return counterparts.in(collection(), face).orElse(face);
  }

  /** As {@link #present(FaceId)}, of many at once; each has an answer. */
  public Map<FaceId, FaceId> present(Collection<FaceId> faces) {
    Map<FaceId, FaceId> moved = counterparts.in(collection(), faces);
    return faces.stream()
        .distinct()
        .collect(Collectors.toMap(Function.identity(), face -> moved.getOrDefault(face, face)));
  }

  /** The face's id in a collection of the role; empty if it has none there. */
  public Optional<FaceId> in(CollectionId collection, FaceId face) {
    return counterparts.in(collection, face);
  }

  /** All ids that these faces have or had, their own among them. */
  public Set<FaceId> names(Collection<FaceId> faces) {
    Set<FaceId> names = new LinkedHashSet<>(faces);
    faces.forEach(
        face -> counterparts.of(face).forEach(counterpart -> names.add(counterpart.face())));
    return names;
  }

  /**
   * In which collections these faces are to be deleted, so that nothing is left of them: each under
   * the ids that it may have there.
   */
  public Map<CollectionId, Set<FaceId>> everywhere(Collection<FaceId> faces) {
    Map<CollectionId, Set<FaceId>> everywhere = new LinkedHashMap<>();
    collections().forEach(collection -> everywhere.put(collection, new LinkedHashSet<>(faces)));
    for (FaceId face : faces) {
      List<FaceCounterparts.Counterpart> known = counterparts.of(face);
      known.forEach(
          each ->
              everywhere
                  .computeIfAbsent(each.collection(), _ -> new LinkedHashSet<>())
                  .add(each.face()));
    }
    return everywhere;
  }

  /** Notes that a face of the live collection is the same as one of another. */
  public void pair(FaceId present, CollectionId other, FaceId same) {
    counterparts.pair(other, same, collection(), present);
  }

  /** Forgets what these faces were called, once they are deleted. */
  public void forget(Collection<FaceId> faces) {
    faces.forEach(counterparts::forget);
  }
}

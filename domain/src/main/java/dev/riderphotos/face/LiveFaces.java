package dev.riderphotos.face;

import dev.riderphotos.face.FaceCounterparts.Counterpart;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /** The face's id in a collection of the role; empty if it has none there. */
  public Optional<FaceId> in(CollectionId collection, FaceId face) {
    return counterparts.in(collection, face);
  }

  /** All ids that each of these faces has or had, its own among them. */
  public Map<FaceId, Set<FaceId>> names(Collection<FaceId> faces) {
    Map<FaceId, List<Counterpart>> known = counterparts.of(faces);
    Map<FaceId, Set<FaceId>> names = new LinkedHashMap<>();
    for (FaceId face : faces) {
      Set<FaceId> all = new LinkedHashSet<>();
      all.add(face);
      known.getOrDefault(face, List.of()).forEach(each -> all.add(each.face()));
      names.put(face, all);
    }
    return names;
  }

  /**
   * In which collections these faces are to be deleted, so that nothing is left of them: each under
   * the ids that it may have there.
   */
  public Map<CollectionId, Set<FaceId>> everywhere(Collection<FaceId> faces) {
    Map<CollectionId, Set<FaceId>> everywhere = new LinkedHashMap<>();
    collections().forEach(collection -> everywhere.put(collection, new LinkedHashSet<>(faces)));
    counterparts.of(faces).values().stream()
        .flatMap(List::stream)
        .forEach(
            each ->
                everywhere
                    .computeIfAbsent(each.collection(), _ -> new LinkedHashSet<>())
                    .add(each.face()));
    return everywhere;
  }

  /** As {@link FaceCounterparts#pair}. */
  public void pair(CollectionId one, FaceId face, CollectionId other, FaceId same) {
    counterparts.pair(one, face, other, same);
  }

  /** Forgets what these faces were called, once they are deleted. */
  public void forget(Collection<FaceId> faces) {
    faces.forEach(counterparts::forget);
  }
}

package dev.riderphotos.face;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which faces of different collections are one and the same, because one was moved to where the
 * other is. All that were ever paired belong together, over any number of moves: a face of the
 * first collection leads to its counterpart in the last, and back.
 *
 * <p>Ids of faces are unique over all collections. Reads see the last write; writes are durable
 * when the call returns, and every call may be repeated without harm. Faults are {@link
 * dev.riderphotos.BackendException}s.
 */
public interface FaceCounterparts {
  /**
   * Notes that the two are one face. From now on each is the one meant in its collection; one that
   * was meant there before leads to it.
   *
   * @throws IllegalArgumentException if both are in one collection
   */
  void pair(CollectionId one, FaceId face, CollectionId other, FaceId same);

  /**
   * The same of many at once: each of the first collection with the one of the other that it leads
   * to. If it fails, some may be paired already.
   */
  void pair(CollectionId one, CollectionId other, Map<FaceId, FaceId> faces);

  /**
   * The face that this one is in a collection: itself if it is there. Empty if it has no
   * counterpart there, or was never paired: then it is known by its own id alone.
   */
  Optional<FaceId> in(CollectionId collection, FaceId face);

  /**
   * As {@link #in(CollectionId, FaceId)}, of many at once; those without an answer are left out.
   */
  Map<FaceId, FaceId> in(CollectionId collection, Collection<FaceId> faces);

  /**
   * All that are this face, itself and older ones too, each once, the last paired last; empty if it
   * was never paired.
   */
  List<Counterpart> of(FaceId face);

  /** As {@link #of(FaceId)}, of many at once; those that were never paired are left out. */
  Map<FaceId, List<Counterpart>> of(Collection<FaceId> faces);

  /**
   * Takes this face out of those that are one with it, as if it had never been paired. The others
   * stay together; if there is but one, it is alone. Harmless when it was never paired.
   */
  void part(FaceId face);

  /** Forgets for good all that are this face; harmless when it was never paired. */
  void forget(FaceId face);

  /** One of the faces that are one and the same. */
  record Counterpart(CollectionId collection, FaceId face) {}
}

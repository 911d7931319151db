package dev.riderphotos.face;

import java.util.List;
import java.util.Optional;

/**
 * The faces we know, and the search among them.
 *
 * <p>Which two faces are taken for one person's is said by a {@link DuplicateRule}; {@link
 * FaceMatch#duplicate} is its answer.
 *
 * <p>Every call may be repeated without harm. A face registered is found by every search that
 * begins after the call returned, a deleted one by none. Writes are durable when the call returns.
 * Prints of another model than the collection's are refused with an {@link
 * IllegalArgumentException}; faults are {@link dev.riderphotos.BackendException}s.
 */
public interface RiderFaces {
  /**
   * The faces at least {@code minSimilarity} (0 to 100) like this one, the most similar first, at
   * most {@code limit}; empty if there is none.
   */
  List<FaceMatch> search(FacePrint print, double minSimilarity, int limit);

  /**
   * Adds the face unless one stands in its way ({@link NewFace#isBarredBy}). Search and insert are
   * one atomic step: of concurrent calls with one person's face at most one is registered. A second
   * call for the same image answers as the first did.
   */
  Registration register(NewFace face);

  /** Empty if no such face is there. */
  Optional<IndexedFace> find(FaceId id);

  /** Deletes the face for good; harmless when it is not there. */
  void delete(FaceId id);

  /** Deletes every face of the image for good; harmless when there is none. */
  void deleteFacesOf(ImageId image);

  /** How many faces are there. */
  long size();
}

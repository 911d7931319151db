package dev.riderphotos.face;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The faces we know, and the search among them: those of the collection that is live ({@link
 * LiveCollections}) at the moment of each call. A face is known by any id that it ever had ({@link
 * FaceCounterparts}), and is answered with its id in the live collection.
 *
 * <p>Which two faces are taken for one person's is said by a {@link DuplicateRule}; {@link
 * FaceMatch#duplicate} is its answer.
 *
 * <p>Every call may be repeated without harm. A face registered is found by every search that
 * begins after the call returned, a deleted one by none. Writes are durable when the call returns.
 * Prints of another model than the live collection's are refused with an {@link
 * OutdatedPrintException}, for another may have been live when they were made, and those of another
 * kind with an {@link IllegalArgumentException}; faults are {@link
 * dev.riderphotos.BackendException}s.
 */
public interface RiderFaces {
  /**
   * The faces at least {@code minSimilarity} (0 to 100) like this one, the most similar first, at
   * most {@code limit}; empty if there is none.
   */
  List<FaceMatch> search(FacePrint print, double minSimilarity, int limit);

  /**
   * How like the face this one is, 0 to 100: one against one, whoever else is in the collection.
   * Where it is less than {@code least}, the backend may answer any number below that. Empty if no
   * such face is there.
   *
   * @param least above 0, at most 100
   */
  OptionalDouble similarity(FacePrint print, FaceId face, double least);

  /**
   * Adds the face unless one stands in its way ({@link NewFace#isBarredBy}). Search and insert are
   * one atomic step: of concurrent calls with one person's face at most one is registered, and no
   * collection becomes live in between. A second call for the same image answers as the first did,
   * also when it was registered in a collection that is paired with the live one now; which other
   * face is the nearest is said by what is there then.
   */
  Registration register(NewFace face);

  /**
   * The face that was registered from the image, in the live collection, also if it was moved there
   * since; empty if none was.
   */
  Optional<IndexedFace> registeredFrom(ImageId image);

  /** Empty if no such face is there. */
  Optional<IndexedFace> find(FaceId id);

  /**
   * The numbers by which the face is compared with others; empty if no such face is there, and
   * where the backend keeps them to itself, as Rekognition does.
   */
  Optional<float[]> descriptor(FaceId id);

  /**
   * Deletes the face for good, whoever's it is, and in all other collections whatever is the same
   * face; harmless when it is not there.
   */
  void delete(FaceId id);

  /** As {@link #delete}, of every face of the image; harmless when there is none. */
  void deleteFacesOf(ImageId image);

  /**
   * From which similarity on, 0 to 100, somebody else's face stands in a newcomer's way among so
   * many: what the duplicate rule means in the measure of the live collection. Never less for more
   * faces.
   *
   * @param faces 1 or more
   */
  double duplicateSimilarity(long faces);

  /** How many faces are there. */
  long size();
}

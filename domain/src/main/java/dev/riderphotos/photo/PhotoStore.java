package dev.riderphotos.photo;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps photos by bucket and key.
 *
 * <p>Every call may be repeated without harm. Writes are atomic (a reader sees the old photo, the
 * new one or none, never a part of one) and durable when the call returns; reads see the last
 * write. A store that needs its buckets made says so. Faults are {@link
 * dev.riderphotos.BackendException}s.
 */
public interface PhotoStore {
  /** Keeps the photo under this name, in place of one that is there. */
  void put(PhotoRef ref, Photo photo);

  /**
   * The photo, or empty if there is none. Of an object larger than {@link Photo#MAX_BYTES} only the
   * beginning, as {@link Photo} says: never an unbounded read.
   */
  Optional<Photo> get(PhotoRef ref);

  /**
   * How many bytes are kept under this name, or empty if there is nothing, its bucket included.
   * Nothing of them is read.
   */
  OptionalLong size(PhotoRef ref);

  /**
   * The version of the text that its sender says the rider has agreed to, as it was said when the
   * photo was put ({@code x-amz-meta-consent}); empty if nothing was said, or there is no photo.
   */
  Optional<String> consent(PhotoRef ref);

  /** Deletes for good what is there; harmless when nothing is. */
  void delete(PhotoRef ref);

  /**
   * Deletes for good all that is there of this bucket with keys that begin so, and what was noted
   * of such keys; harmless when nothing is. If it fails, some may be gone already.
   *
   * @return how many there were
   */
  int deleteAll(String bucket, String prefix);
}

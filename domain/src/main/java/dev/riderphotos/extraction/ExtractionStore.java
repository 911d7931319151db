package dev.riderphotos.extraction;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Keeps files by names of our own making: segments of letters, digits, dots and hyphens, with
 * slashes between them. Every call may be repeated without harm. Writes are atomic and durable when
 * the call returns; reads and lists see the last write. Faults are {@link
 * dev.riderphotos.BackendException}s.
 */
public interface ExtractionStore {
  /**
   * Keeps the file, in place of one that is there.
   *
   * @param contentType for whoever is given the file, where the store can keep it
   */
  void put(String name, byte[] content, String contentType);

  /** Reads all of the file; empty if there is none. */
  Optional<byte[]> get(String name);

  /** Lists the names that begin so, in order. */
  List<String> names(String prefix);

  /** Deletes for good what is there; harmless when nothing is. */
  void delete(String name);

  /** The file's URL, whether or not it is there: {@code s3://…}, {@code file:///…}. */
  URI url(String name);
}

package dev.riderphotos.gallery;

import java.util.Set;

/**
 * Pairs of faces that an operator said are two people, though a search took them for one. A pair
 * has no order. Every call may be repeated without harm; writes are durable when the call returns,
 * reads see the last write. Faults are {@link dev.riderphotos.BackendException}s.
 */
public interface Distinctions {
  void add(Appearance one, Appearance other);

  /** Takes back what was said; harmless when it never was. */
  void remove(Appearance one, Appearance other);

  /** Lists all those that are said to be somebody else. */
  Set<Appearance> from(Appearance face);

  /** Deletes for good all that was said of this face; harmless when nothing was. */
  void forget(Appearance face);
}

package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.vector.MappedVectors;
import dev.riderphotos.embedded.vector.Neighbour;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The neighbours of a face, the nearest first. A few are searched for, which is faster than all,
 * and more only when those were not enough.
 */
final class NearestFirst extends AbstractSpliterator<Neighbour> {
  private static final int MOST = 8192;
  private static final int GROWTH = 8;

  private final MappedVectors vectors;
  private final float[] query;
  private final double maxDistance;
  private int most;
  private List<Neighbour> found = List.of();
  private int next;
  private boolean more = true;

  private NearestFirst(MappedVectors vectors, float[] query, double maxDistance, int wanted) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.vectors = vectors;
    this.query = query;
    this.maxDistance = maxDistance;
    this.most = Math.clamp(wanted, 1, MOST);
  }

  /**
   * Searches when it is asked.
   *
   * @param wanted how many will do most often
   */
  static Stream<Neighbour> stream(
      MappedVectors vectors, float[] query, double maxDistance, int wanted) {
    return StreamSupport.stream(new NearestFirst(vectors, query, maxDistance, wanted), false);
  }

  @Override
  public boolean tryAdvance(Consumer<? super Neighbour> action) {
    if (next == found.size() && more) {
      search(found.isEmpty() ? null : found.getLast());
    }
    if (next == found.size()) {
      return false;
    }
    action.accept(found.get(next++));
    return true;
  }

  private void search(@Nullable Neighbour last) {
    found = vectors.nearest(query, maxDistance, most, last);
    next = 0;
    more = found.size() == most;
    most = Math.min(MOST, most * GROWTH);
  }
}

package dev.riderphotos.embedded.vector;

import static dev.riderphotos.embedded.vector.BlockLayout.ROWS_PER_GROUP;

import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One search: looks at rows, and keeps the nearest. The more it has seen, the nearer another must
 * be. Not thread-safe.
 */
final class Search {
  private final float[] query;
  private final CompactVector compact;
  private final Engine engine;
  private final int most;
  private final @Nullable Neighbour after;
  private final float[] vector;
  private final PriorityQueue<Neighbour> found = new PriorityQueue<>(Comparator.reverseOrder());
  private float limit;
  private CompactScan.Reach reach;

  /** What compares. */
  record Engine(CompactScan scan, SquaredDistance distance) {
    static Engine fastest() {
      return new Engine(CompactScan.fastest(), SquaredDistance.fastest());
    }
  }

  /**
   * Has seen nothing yet.
   *
   * @param most how many it keeps
   * @param after those before this one in their order are left out, and so is it
   */
  Search(Engine engine, float[] query, double maxDistance, int most, @Nullable Neighbour after) {
    this.engine = engine;
    this.query = query;
    this.most = most;
    this.after = after;
    this.vector = new float[query.length];
    this.compact = CompactVector.of(query, new BlockLayout(query.length).padded());
    this.limit = (float) (maxDistance * maxDistance);
    this.reach = reach();
  }

  /** The same, of other rows. */
  Search another() {
    Search another = new Search(engine, query, 0, most, after);
    another.limit = limit;
    another.reach = reach;
    return another;
  }

  /** Looks at the first rows of a block. */
  void see(VectorBlock block, int rows) {
    for (int first = 0; first < rows; first += ROWS_PER_GROUP) {
      long group = block.layout().group(first / ROWS_PER_GROUP);
      int candidates = engine.scan().candidates(block.segment(), group, reach);
      while (candidates != 0) {
        see(block, first, Integer.numberOfTrailingZeros(candidates), rows);
        candidates &= candidates - 1;
      }
    }
  }

  private void see(VectorBlock block, int first, int row, int rows) {
    if (first + row < rows) {
      block.read(first + row, vector);
      see(block.number(first + row), vector);
    }
  }

  void see(long number, float[] vector) {
    float squared = engine.distance().between(query, vector, 0, limit);
    if (squared <= limit) {
      see(new Neighbour(number, Math.sqrt(squared)), squared);
    }
  }

  private void see(Neighbour neighbour, float squared) {
    if (after != null && after.compareTo(neighbour) >= 0) {
      return;
    }
    found.add(neighbour);
    if (found.size() > most) {
      Neighbour _ = found.remove();
    }
    if (found.size() == most && squared <= limit) {
      double farthest = found.element().distance();
      limit = Math.min(limit, Math.nextUp((float) (farthest * farthest)));
      reach = reach();
    }
  }

  /** The nearest of all that these have seen, in their order. */
  static Stream<Neighbour> nearest(Collection<Search> searches, int most) {
    return searches.stream().flatMap(search -> search.found.stream()).sorted().limit(most);
  }

  /** What the plain distance loses by rounding is added to the limit. */
  private CompactScan.Reach reach() {
    double lost = CompactScan.Reach.ROUNDING + query.length * Math.ulp(1f);
    return CompactScan.Reach.of(compact, Math.sqrt(limit * (1 + lost)));
  }
}

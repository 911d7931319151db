package dev.riderphotos.embedded.vector;

import dev.riderphotos.embedded.vector.VectorChange.Generations;
import dev.riderphotos.embedded.vector.VectorChange.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Vectors in memory, searched by a plain loop. */
final class Source implements VectorSource {
  private final List<Kept> rows = new ArrayList<>();
  private final Map<Integer, Long> generations = new HashMap<>();
  private int read;

  private record Kept(long number, float[] vector) {}

  VectorChange add(long number, float[] vector) {
    rows.add(new Kept(number, vector));
    return changed(List.of(new Row(rows.size() - 1, number, vector)));
  }

  /** The last takes its row. */
  VectorChange remove(int row) {
    Kept last = rows.removeLast();
    List<Row> changed = new ArrayList<>();
    if (row < rows.size()) {
      rows.set(row, last);
      changed.add(new Row(row, last.number(), last.vector()));
    }
    changed.add(new Row(rows.size(), 0, null));
    return changed(changed);
  }

  float[] vector(int row) {
    return rows.get(row).vector();
  }

  /** How often a block was read. */
  int read() {
    return read;
  }

  List<Neighbour> nearest(
      SquaredDistance distance,
      float[] query,
      double maxDistance,
      int most,
      @Nullable Neighbour after) {
    float limit = (float) (maxDistance * maxDistance);
    return rows.stream()
        .filter(row -> distance.between(query, row.vector(), 0, Float.MAX_VALUE) <= limit)
        .map(row -> new Neighbour(row.number(), distance(distance, query, row)))
        .filter(neighbour -> after == null || neighbour.compareTo(after) > 0)
        .sorted(Comparator.naturalOrder())
        .limit(most)
        .toList();
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public OptionalLong generation(int block) {
    Long generation = generations.get(block);
    return generation == null ? OptionalLong.empty() : OptionalLong.of(generation);
  }

  @Override
  public OptionalLong read(int block, EachRow each) {
    read++;
    int first = VectorChange.firstOf(block);
    for (int row = first; row < Math.min(rows.size(), VectorChange.firstOf(block + 1)); row++) {
      each.accept(row, rows.get(row).number(), rows.get(row).vector());
    }
    return generation(block);
  }

  private static double distance(SquaredDistance distance, float[] query, Kept row) {
    return Math.sqrt(distance.between(query, row.vector(), 0, Float.MAX_VALUE));
  }

  private VectorChange changed(List<Row> changed) {
    Map<Integer, Generations> renewed =
        changed.stream()
            .map(row -> VectorChange.blockOf(row.row()))
            .distinct()
            .collect(Collectors.toMap(block -> block, this::renew));
    return new VectorChange(changed, renewed, rows.size());
  }

  private Generations renew(int block) {
    Long before = generations.get(block);
    long after = (before == null ? 0 : before) * 31 + 7;
    generations.put(block, after);
    return new Generations(before, after);
  }
}

package dev.riderphotos.embedded.vector;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has become of rows in their source.
 *
 * @param rows in the order in which they were changed
 * @param generations of each block that has any of them
 * @param size how many rows there are now
 */
public record VectorChange(List<Row> rows, Map<Integer, Generations> generations, int size) {
  /** The block that a row is in. */
  public static int blockOf(int row) {
    return BlockLayout.blockOf(row);
  }

  /** The first row of a block. */
  public static int firstOf(int block) {
    return block * BlockLayout.ROWS_PER_BLOCK;
  }

  /** Whether anything is not there any more. */
  boolean deletes() {
    return rows.stream().anyMatch(row -> row.vector() == null);
  }

  Map<Integer, List<Row>> byBlock() {
    return rows.stream().collect(Collectors.groupingBy(row -> blockOf(row.row())));
  }

  Generations of(int block) {
    return Objects.requireNonNull(generations.get(block), "each block that changes has them");
  }

  /**
   * What a row is from now on.
   *
   * @param vector {@code null} where nothing is there any more
   */
  public record Row(int row, long number, float @Nullable [] vector) {}

  /** The generation of a block before and after a change; none before where it had no row yet. */
  public record Generations(@Nullable Long before, long after) {}
}

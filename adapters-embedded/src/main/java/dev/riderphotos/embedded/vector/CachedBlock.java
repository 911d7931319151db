package dev.riderphotos.embedded.vector;

import dev.riderphotos.embedded.vector.VectorChange.Generations;
import dev.riderphotos.embedded.vector.VectorChange.Row;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A block in its file, which is compared with its source before it is first used, and made anew
 * from there where it is not the same.
 */
final class CachedBlock {
  private final BlockLayout layout;
  private final BlockPlace place;
  private final VectorSource source;
  private final int index;
  private volatile @Nullable VectorBlock ready;
  private @Nullable VectorBlock mapped;

  CachedBlock(BlockLayout layout, BlockPlace place, VectorSource source, int index) {
    this.layout = layout;
    this.place = place;
    this.source = source;
    this.index = index;
  }

  /** The block as it is in its source; {@code null} where it cannot be in a file. */
  @Nullable VectorBlock ready() {
    VectorBlock known = ready;
    return known == null ? prepare() : known;
  }

  /** Takes over what was changed in the source, unless it is read from there later. */
  synchronized void apply(List<Row> rows, Generations generations) {
    VectorBlock block = ready;
    if (block == null) {
      return;
    }
    if (!isEither(block.generation(), generations)) {
      ready = null;
      return;
    }
    for (Row row : rows) {
      change(block, row);
    }
    block.seal(generations.after());
  }

  /** Returns when it is on the disk as it is in its source. */
  synchronized void force() {
    VectorBlock block = ready();
    if (block != null) {
      block.force();
    }
  }

  private static boolean isEither(long generation, Generations generations) {
    Long before = generations.before();
    return generation == generations.after() || (before != null && generation == before);
  }

  private static void change(VectorBlock block, Row changed) {
    int row = changed.row() % BlockLayout.ROWS_PER_BLOCK;
    float[] vector = changed.vector();
    if (vector == null) {
      block.clear(row);
    } else {
      block.put(row, changed.number(), vector);
    }
    block.seal(row);
  }

  private synchronized @Nullable VectorBlock prepare() {
    VectorBlock block = ready == null ? map() : ready;
    if (block != null && ready == null) {
      OptionalLong generation = source.generation(index);
      if (generation.isEmpty() || !block.is(generation.getAsLong())) {
        rebuild(block);
      }
      ready = block;
    }
    return block;
  }

  private @Nullable VectorBlock map() {
    try {
      if (mapped == null) {
        mapped = new VectorBlock(layout, place.map(index));
      }
      return mapped;
    } catch (IOException noRoom) {
      return null; // its rows are read from the source, and it is tried again
    }
  }

  private void rebuild(VectorBlock block) {
    block.clear();
    OptionalLong generation =
        source.read(
            index,
            (row, number, vector) -> block.put(row % BlockLayout.ROWS_PER_BLOCK, number, vector));
    block.sealAll();
    block.seal(generation.orElse(0));
  }
}

package dev.riderphotos.embedded.vector;

import static dev.riderphotos.embedded.vector.BlockLayout.ROWS_PER_BLOCK;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of one collection in a mapped file, which is a cache of their source: searched
 * exactly, of any number in the same heap. Searches run beside each other and beside a change of
 * the source; of changes one happens at a time.
 *
 * <p>A search first compares compact copies, by a bound that leaves out nobody who is near, and
 * then those as they are whom the bound let through. A block that was not used yet is compared with
 * the source first, and read from there where it is not the same: a search waits for that.
 */
public final class MappedVectors {
  /** From this many on, one core would take longer than whoever waits would want. */
  private static final int BLOCKS_FOR_MANY_CORES = 512;

  private static final int BLOCKS_AT_ONCE = 64;

  private final BlockLayout layout;
  private final BlockPlace place;
  private final VectorSource source;
  private final Supplier<Search.Engine> engine;
  private final int blocksForOneCore;
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
  private final List<CachedBlock> blocks = new ArrayList<>();
  private int size;

  /**
   * Looks at none of them yet.
   *
   * @param size how many there are
   */
  MappedVectors(BlockLayout layout, BlockPlace place, VectorSource source, int size) {
    this(layout, place, source, size, Search.Engine::fastest, BLOCKS_FOR_MANY_CORES);
  }

  MappedVectors(
      BlockLayout layout,
      BlockPlace place,
      VectorSource source,
      int size,
      Supplier<Search.Engine> engine,
      int blocksForOneCore) {
    this.layout = layout;
    this.place = place;
    this.source = source;
    this.engine = engine;
    this.blocksForOneCore = blocksForOneCore;
    resize(size);
  }

  /** The length of each vector. */
  public int length() {
    return layout.length();
  }

  public int size() {
    lock.readLock().lock();
    try {
      return size;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Has all blocks ready that can be; searches need not wait for those any more. */
  public void prepare() {
    List<CachedBlock> used = used();
    if (!used.isEmpty()) {
      var _ = engine.get();
    }
    for (CachedBlock block : used) {
      var _ = block.ready();
    }
  }

  /**
   * The nearest, the first of them first; of those that are as near, the smallest number.
   *
   * @param maxDistance of all of them
   * @param most how many of them
   * @param after those up to this one in their order are left out; {@code null}: none
   */
  public List<Neighbour> nearest(
      float[] query, double maxDistance, int most, @Nullable Neighbour after) {
    prepare(); // before the lock is taken, so that nobody who writes waits for it
    lock.readLock().lock();
    try {
      if (size == 0) {
        return List.of();
      }
      Search search = new Search(engine.get(), query, maxDistance, most, after);
      return Search.nearest(everywhere(search), most).toList();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Takes over what was changed in the source. What was deleted is overwritten on the disk, too.
   */
  public void apply(VectorChange change) {
    lock.writeLock().lock();
    try {
      resize(Math.max(size, change.size()));
      change.byBlock().forEach((block, rows) -> blocks.get(block).apply(rows, change.of(block)));
      resize(change.size());
    } finally {
      lock.writeLock().unlock();
    }
    if (change.deletes()) {
      change.generations().keySet().forEach(block -> blocks.get(block).force());
    }
  }

  /** Overwrites and deletes the file; there is nothing in it from then on. */
  public void erase() throws IOException {
    lock.writeLock().lock();
    try {
      resize(0);
      place.erase();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private List<CachedBlock> used() {
    lock.readLock().lock();
    try {
      return List.copyOf(blocks.subList(0, BlockLayout.blocks(size)));
    } finally {
      lock.readLock().unlock();
    }
  }

  private List<Search> everywhere(Search search) {
    int last = BlockLayout.blocks(size);
    if (last < blocksForOneCore) {
      return List.of(see(search, 0, last));
    }
    return IntStream.range(0, (last + BLOCKS_AT_ONCE - 1) / BLOCKS_AT_ONCE)
        .parallel()
        .map(part -> part * BLOCKS_AT_ONCE)
        .mapToObj(from -> see(search.another(), from, Math.min(from + BLOCKS_AT_ONCE, last)))
        .toList();
  }

  private Search see(Search search, int from, int to) {
    for (int block = from; block < to; block++) {
      VectorBlock ready = blocks.get(block).ready();
      if (ready == null) {
        var _ = source.read(block, (_, number, vector) -> search.see(number, vector));
      } else {
        search.see(ready, Math.min(ROWS_PER_BLOCK, size - block * ROWS_PER_BLOCK));
      }
    }
    return search;
  }

  private void resize(int rows) {
    size = rows;
    int needed = BlockLayout.blocks(rows);
    while (blocks.size() < needed) {
      blocks.add(new CachedBlock(layout, place, source, blocks.size()));
    }
  }
}

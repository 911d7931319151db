package dev.riderphotos.embedded.vector;

import static dev.riderphotos.embedded.vector.BlockLayout.ROWS_PER_BLOCK;

import dev.riderphotos.StorageException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Vectors in a mapped file without a name, gone with the process; of any number in the same heap,
 * and searched exactly. Not thread-safe.
 *
 * <p>Rows lie without gaps: the last one takes the place of a removed one.
 */
public final class TemporaryVectors {
  private final BlockLayout layout;
  private final Path folder;
  private final Arena arena = Arena.ofAuto();
  private final List<VectorBlock> blocks = new ArrayList<>();
  private @Nullable FileChannel file;
  private int size;

  /**
   * Makes its file when the first is added.
   *
   * @param folder that the file is in
   * @param length of each vector
   */
  TemporaryVectors(Path folder, int length) {
    this.folder = folder;
    this.layout = new BlockLayout(length);
  }

  public int size() {
    return size;
  }

  /** Adds one whose number none has. */
  public void add(long number, float[] vector) {
    if (size == blocks.size() * ROWS_PER_BLOCK) {
      blocks.add(map(blocks.size()));
    }
    block(size).put(row(size), number, vector);
    size++;
  }

  /** Overwrites it; harmless when none has the number. */
  public void remove(long number) {
    for (int row = 0; row < size; row++) {
      if (block(row).number(row(row)) == number) {
        size--;
        float[] last = new float[layout.length()];
        block(size).read(row(size), last);
        block(row).put(row(row), block(size).number(row(size)), last);
        block(size).clear(row(size));
        return;
      }
    }
  }

  /** At most {@code maxDistance} away, the nearest first, and no more than {@code most}. */
  public List<Neighbour> nearest(float[] query, double maxDistance, int most) {
    if (size == 0) {
      return List.of();
    }
    Search search = new Search(Search.Engine.fastest(), query, maxDistance, most, null);
    for (int first = 0; first < size; first += ROWS_PER_BLOCK) {
      search.see(block(first), Math.min(ROWS_PER_BLOCK, size - first));
    }
    return Search.nearest(List.of(search), most).toList();
  }

  private VectorBlock map(int block) {
    try {
      FileChannel open = file == null ? open() : file;
      file = open;
      long bytes = layout.bytes();
      return new VectorBlock(layout, MappedFile.map(open, block * bytes, bytes, arena));
    } catch (IOException fault) {
      throw StorageException.of("hold vectors", fault);
    }
  }

  private FileChannel open() throws IOException {
    Path path = Files.createTempFile(folder, "vectors-", null); // its owner's alone
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private VectorBlock block(int row) {
    return blocks.get(row / ROWS_PER_BLOCK);
  }

  private static int row(int row) {
    return row % ROWS_PER_BLOCK;
  }
}

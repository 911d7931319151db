package dev.riderphotos.embedded.vector;

import dev.riderphotos.embedded.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that vectors are mapped in: a cache beside the database, of a folder that is ours
 * alone. Without one, everything is read from its source.
 */
public final class VectorFiles {
  private final @Nullable Path folder;
  private final Path temporary;

  private VectorFiles(@Nullable Path folder, Path temporary) {
    this.folder = folder;
    this.temporary = temporary;
  }

  /** Those of a data folder; beside the process that has locked it none are kept. */
  public static VectorFiles of(DataFolder folder) {
    return new VectorFiles(folder.locked() ? folder.files().vectors() : null, folder.temporary());
  }

  /**
   * Vectors that are kept as long as the process.
   *
   * @param length of each
   */
  public TemporaryVectors temporary(int length) {
    return new TemporaryVectors(temporary, length);
  }

  /**
   * The vectors of a collection.
   *
   * @param length of each
   */
  public MappedVectors open(String collection, int length, VectorSource source) {
    BlockLayout layout = new BlockLayout(length);
    int size = source.size();
    BlockPlace place =
        folder == null
            ? new NoPlace()
            : new VectorFile(
                file(folder, collection), collection, layout, BlockLayout.blocks(size));
    return new MappedVectors(layout, place, source, size);
  }

  /** Whether there is a file of that collection. */
  public boolean has(String collection) {
    return folder != null && Files.exists(file(folder, collection));
  }

  /** Erases the file of a collection that is not there any more, and was not opened. */
  public void erase(String collection) throws IOException {
    if (folder != null) {
      VectorFile.erase(file(folder, collection));
    }
  }

  /** Erases the files of all other collections. */
  public void eraseAllBut(Collection<String> collections) throws IOException {
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    Set<String> names = collections.stream().map(VectorFile::nameOf).collect(Collectors.toSet());
    List<Path> others;
    try (Stream<Path> files = Files.list(folder)) {
      others = files.filter(file -> !names.contains(file.getFileName().toString())).toList();
    }
    for (Path other : others) {
      VectorFile.erase(other);
    }
  }

  private static Path file(Path folder, String collection) {
    return folder.resolve(VectorFile.nameOf(collection));
  }
}

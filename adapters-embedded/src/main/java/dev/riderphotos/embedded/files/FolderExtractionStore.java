package dev.riderphotos.embedded.files;

import dev.riderphotos.BackendException;
import dev.riderphotos.StorageException;
import dev.riderphotos.embedded.AtomicFile;
import dev.riderphotos.extraction.ExtractionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of anybody's, names being paths in it. What a killed process had begun to write stays
 * beside its place, and is listed; an empty folder is not left behind by a deletion.
 */
public final class FolderExtractionStore implements ExtractionStore {
  private final Path root;

  public FolderExtractionStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public void put(String name, byte[] content, String contentType) {
    Path file = root.resolve(name);
    try {
      AtomicFile.write(Files.createDirectories(folderOf(file)), file, content);
    } catch (IOException fault) {
      throw StorageException.of("write a crop", fault);
    }
  }

  @Override
  public Optional<byte[]> get(String name) {
    try {
      return Optional.of(Files.readAllBytes(root.resolve(name)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException fault) {
      throw StorageException.of("read a crop", fault);
    }
  }

  @Override
  public List<String> names(String prefix) {
    int slash = prefix.lastIndexOf('/') + 1;
    Path folder = root.resolve(prefix.substring(0, slash));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith(prefix.substring(slash)))
          .flatMap(FolderExtractionStore::files)
          .map(this::name)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException fault) {
      throw new BackendException("list crops", true, fault);
    }
  }

  @Override
  public void delete(String name) {
    Path file = root.resolve(name);
    try {
      if (AtomicFile.delete(file)) {
        deleteIfEmpty(folderOf(file));
      }
    } catch (IOException fault) {
      throw StorageException.of("delete a crop", fault);
    }
  }

  @Override
  public URI url(String name) {
    return root.resolve(name).toUri();
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    try {
      boolean _ = Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException inUse) {
      // Others are left in it, or come in just now.
    }
  }

  private static Stream<Path> files(Path entry) {
    try (Stream<Path> paths = Files.walk(entry)) {
      return paths.filter(Files::isRegularFile).toList().stream();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent(), "a file is in a folder");
  }
}

package dev.riderphotos.embedded.backup;

import dev.riderphotos.embedded.DataFiles;
import dev.riderphotos.photo.PhotoRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps hold of a store's files, however they are replaced and deleted meanwhile: by a second link,
 * which takes no time and no room; by a copy, where there can be no link.
 */
final class HeldFiles {
  /** A file's time is that of the kernel's last tick, which is a little behind. */
  private static final Duration TICK = Duration.ofMillis(100);

  private final DataFiles data;
  private final @Nullable Path links;
  private final Path copies;
  private final Map<PhotoRef, Held> held = new HashMap<>();
  private int names;

  /**
   * Holds nothing yet.
   *
   * @param links a folder on the file system of the data, if one could be made
   * @param copies a folder anywhere
   */
  HeldFiles(DataFiles data, @Nullable Path links, Path copies) {
    this.data = data;
    this.links = links;
    this.copies = copies;
  }

  /** What was found when a file was to be held. */
  enum Found {
    /** It is held, as it was at that moment. */
    HELD,
    /** It is held, but as it was put there later. */
    REPLACED,
    /** It is not there, and was not held before. */
    ABSENT
  }

  private record Held(Path path, @Nullable Object file, FileTime written, long size) {
    private boolean is(BasicFileAttributes found) {
      return found.lastModifiedTime().equals(written)
          && found.size() == size
          && Objects.equals(found.fileKey(), file);
    }
  }

  /** Holds the file that is there, which is to be as it was at this moment. */
  Found hold(PhotoRef ref, Instant moment) throws IOException {
    Path source = data.object(ref);
    Held before = held.get(ref);
    try {
      BasicFileAttributes found =
          Files.readAttributes(source, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isRegularFile()) {
        return Found.ABSENT;
      }
      if (before == null || !before.is(found)) {
        held.put(ref, take(source, found));
      }
      return writtenBefore(ref, moment.minus(TICK)) ? Found.HELD : Found.REPLACED;
    } catch (NoSuchFileException gone) {
      return before == null ? Found.ABSENT : Found.HELD;
    }
  }

  Path file(PhotoRef ref) {
    Held found = held.get(ref);
    if (found == null) {
      throw new IllegalArgumentException("It is not held");
    }
    return found.path();
  }

  private boolean writtenBefore(PhotoRef ref, Instant time) throws IOException {
    return Files.getLastModifiedTime(file(ref)).toInstant().isBefore(time);
  }

  private Held take(Path source, BasicFileAttributes found) throws IOException {
    String name = Integer.toString(names++);
    return new Held(hold(source, name), found.fileKey(), found.lastModifiedTime(), found.size());
  }

  private Path hold(Path source, String name) throws IOException {
    if (links != null) {
      try {
        return Files.createLink(links.resolve(name), source);
      } catch (IOException | UnsupportedOperationException noLinks) {
        // Some file systems have none, and some systems allow none to others' files.
      }
    }
    return Files.copy(source, copies.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
  }
}

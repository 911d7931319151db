package dev.riderphotos.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes sure that what is in a folder is its owner's alone, and lies there: a link in it would have
 * us read, write or delete somewhere else.
 */
final class PrivateFolder {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private final Path root;

  private PrivateFolder(Path root) {
    this.root = root;
  }

  /**
   * Makes the folder, or takes it from everybody but its owner.
   *
   * @throws DataFolderException if it is somebody else's
   */
  static PrivateFolder make(Path root) throws IOException {
    Files.createDirectories(root);
    refuseOfAnother(root);
    restrict(root, FOLDER);
    return new PrivateFolder(root);
  }

  /** Refuses links among what is in it and in this folder within, which need not be there. */
  void refuseLinks(Path within) throws IOException {
    refuseLinksIn(root);
    if (Files.isDirectory(within, LinkOption.NOFOLLOW_LINKS)) {
      refuseLinksIn(within);
    }
  }

  /** Takes files of these names, if they are there, from everybody but their owner. */
  void restrictFiles(List<String> names) throws IOException {
    for (String name : names) {
      Path file = root.resolve(name);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        restrict(file, FILE);
      }
    }
  }

  /** Deletes what is in this folder within; of links the link. */
  void empty(Path within) throws IOException {
    try (Stream<Path> paths = Files.walk(within)) { // which follows no links
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(within)) {
          Files.delete(path);
        }
      }
    }
  }

  /** Whose we are is told by what we make: the process may have a name that nobody knows. */
  private static void refuseOfAnother(Path root) throws IOException {
    Path ours = Files.createTempFile(root, "owner-", null);
    try {
      UserPrincipal owner = Files.getOwner(root);
      if (!owner.equals(Files.getOwner(ours))) {
        throw new DataFolderException(
            "The data folder %s belongs to another user, %s: name one of your own, or a new one"
                .formatted(root.toAbsolutePath(), owner.getName()));
      }
    } finally {
      Files.delete(ours);
    }
  }

  private static void refuseLinksIn(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      entries.filter(Files::isSymbolicLink).sorted().findFirst().ifPresent(PrivateFolder::refuse);
    }
  }

  private static void refuse(Path link) {
    throw new DataFolderException(
        link.toAbsolutePath()
            + " is a link, and links in the data folder are not followed: put what it stands for"
            + " in its place");
  }

  private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")
        && !permissions.containsAll(Files.getPosixFilePermissions(path))) {
      Files.setPosixFilePermissions(path, permissions);
    }
  }
}

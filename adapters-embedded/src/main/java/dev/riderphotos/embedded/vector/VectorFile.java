package dev.riderphotos.embedded.vector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

/**
 * The file that a collection's blocks are in, its owner's alone. Its first page says what it is of:
 * one of anything else, or of another layout, is begun anew.
 */
final class VectorFile implements BlockPlace {
  private static final String KIND = "Rider Photos vectors, layout 1";
  private static final Set<OpenOption> OPTIONS =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);

  private final Path path;
  private final byte[] title;
  private final BlockLayout layout;
  private final int blocks;
  private final Arena arena = Arena.ofAuto();
  private boolean ours;

  /**
   * Touches nothing yet.
   *
   * @param of what is in it
   * @param blocks how many it should have; what comes after them is overwritten
   */
  VectorFile(Path path, String of, BlockLayout layout, int blocks) {
    this.path = path;
    this.layout = layout;
    this.blocks = blocks;
    this.title =
        sha256(
            "%s, %s, %d numbers, %s".formatted(KIND, of, layout.length(), ByteOrder.nativeOrder()));
  }

  /** What the file of a collection is called: its id may be longer than a name, or hold a path. */
  static String nameOf(String collection) {
    return HexFormat.of().formatHex(sha256(collection));
  }

  @Override
  public synchronized MemorySegment map(int block) throws IOException {
    try (FileChannel file = open()) {
      if (!ours) {
        begin(file);
        ours = true;
      }
      return MappedFile.map(file, offset(block), layout.bytes(), arena);
    }
  }

  @Override
  public synchronized void erase() throws IOException {
    erase(path);
  }

  /** Harmless where there is none. */
  static void erase(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      try (FileChannel file =
          FileChannel.open(path, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
        MappedFile.erase(file, 0);
      }
      Files.delete(path);
    }
  }

  private void begin(FileChannel file) throws IOException {
    ByteBuffer first = ByteBuffer.allocate(title.length);
    int _ = file.read(first, 0);
    if (!first.flip().equals(ByteBuffer.wrap(title))) {
      MappedFile.erase(file, 0);
      FileChannel _ = file.truncate(0);
      int _ = file.write(ByteBuffer.wrap(title), 0);
    }
    MappedFile.erase(file, offset(blocks));
  }

  private long offset(int block) {
    return BlockLayout.PAGE + block * layout.bytes();
  }

  private FileChannel open() throws IOException {
    Path _ = Files.createDirectories(Objects.requireNonNull(path.getParent(), "it is in a folder"));
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? FileChannel.open(
            path,
            OPTIONS,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : FileChannel.open(path, OPTIONS);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}

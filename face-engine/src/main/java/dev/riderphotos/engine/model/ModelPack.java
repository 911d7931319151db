package dev.riderphotos.engine.model;

import dev.riderphotos.engine.internal.onnx.OnnxFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A folder with a second face network, or several: {@code pack.json} and the ONNX files that it
 * names. Other files in the folder are not looked at.
 *
 * @param manifest what {@code pack.json} says
 */
public record ModelPack(PackManifest manifest, Path folder) {
  public static final String MANIFEST = "pack.json";

  /** A descriptor has no more numbers. */
  public static final int LONGEST_DESCRIPTOR = 2048;

  /** All files together have no more bytes. */
  public static final long LARGEST = 200L << 20;

  private static final long LARGEST_NETWORK = 100L << 20;
  private static final long LARGEST_MANIFEST = 1 << 20;

  /**
   * Reads what {@code pack.json} says. The networks are looked at by {@link #check}, and when they
   * are opened.
   *
   * @throws PackRefusedException when there is no such file, or it is not as docs/models.md says
   * @throws IOException when the folder cannot be read
   */
  public static ModelPack read(Path folder) throws IOException {
    Path file = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new PackRefusedException("There is no pack.json in it.");
    }
    if (Files.size(file) > LARGEST_MANIFEST) {
      throw new PackRefusedException("pack.json is larger than 1 MB.");
    }
    return new ModelPack(PackManifest.read(Files.readAllBytes(file)), folder);
  }

  public PackId id() {
    return manifest.packId();
  }

  public ModelVersion version() {
    return new ModelVersion(manifest.baseModel(), id());
  }

  public FaceModel model() {
    return FaceModel.of(this);
  }

  /**
   * Looks at all files: their sizes and hashes, and what is in them, but does not run them.
   *
   * @throws PackRefusedException when one is missing, is not the one that {@code pack.json} means,
   *     or has something in it that is not taken
   */
  public void check() throws IOException {
    long size = 0;
    for (PackFile file : manifest.files()) {
      size += size(file);
    }
    if (size > LARGEST) {
      throw new PackRefusedException("Its networks are larger than 200 MB together.");
    }
    for (PackFile file : manifest.files()) {
      try (Arena memory = Arena.ofConfined()) {
        ByteBuffer _ = open(file, memory);
      }
    }
  }

  /**
   * The bytes of a network as they are loaded: numbers so small that processors are slow with them
   * are zero.
   *
   * @param memory they are there until it is closed
   * @throws PackRefusedException as {@link #check}
   */
  public ByteBuffer open(PackFile file, Arena memory) throws IOException {
    long size = size(file);
    try (FileChannel channel = FileChannel.open(path(file), StandardOpenOption.READ)) {
      ByteBuffer bytes = memory.allocate(size).asByteBuffer();
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
      bytes.flip();
      if (!sha256(bytes.duplicate()).equals(file.sha256())) {
        throw new PackRefusedException(
            "%s is not the file that pack.json means: its SHA-256 is another."
                .formatted(file.file()));
      }
      OnnxFile.prepare(file.file(), bytes);
      return bytes;
    } catch (PackRefusedException refused) {
      throw refused;
    } catch (OnnxFile.NotTakenException strange) {
      throw new PackRefusedException(String.valueOf(strange.getMessage()), strange);
    }
  }

  private long size(PackFile file) throws IOException {
    if (!Files.isRegularFile(path(file), LinkOption.NOFOLLOW_LINKS)) {
      throw new PackRefusedException(
          "pack.json names %s, and there is no such file.".formatted(file.file()));
    }
    long size = Files.size(path(file));
    if (size == 0 || size > LARGEST_NETWORK) {
      throw new PackRefusedException(
          "%s has %,d bytes: a network has at most 100 MB, and is not empty."
              .formatted(file.file(), size));
    }
    return size;
  }

  private Path path(PackFile file) {
    return folder.resolve(file.file());
  }

  private static String sha256(ByteBuffer bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}

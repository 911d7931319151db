package dev.riderphotos.embedded.model;

import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.PackFile;
import dev.riderphotos.engine.model.PackRefusedException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Copies a pack from wherever it is into an empty folder, and no more of it than packs may have:
 * {@code pack.json} and ONNX files, 200 MB in all. What else lies beside them is left there.
 */
final class PackCopy {
  private static final int MOST_ENTRIES = 100;
  private static final long LONGEST_LIST = 1 << 16;
  private static final int BUFFER = 1 << 16;

  /** The end of a ZIP file: a signature, and where it says what, from its first byte. */
  private static final int END_SIGNATURE = 0x06054b50;

  private static final int END_ENTRIES = 10;
  private static final int END_LIST = 12;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private final Path target;
  private long room = ModelPack.LARGEST + (1 << 20); // and the manifest

  private PackCopy(Path target) {
    this.target = target;
  }

  /**
   * Copies.
   *
   * @param source a folder or a ZIP file
   * @throws PackRefusedException when it is neither, or too large, or an entry of the file would
   *     lie outside of its folder
   */
  static void of(Path source, Path target) throws IOException {
    PackCopy copy = new PackCopy(target);
    if (Files.isDirectory(source)) {
      copy.folder(source);
    } else if (Files.isRegularFile(source)) {
      copy.archive(source);
    } else {
      throw new PackRefusedException("There is no folder or file %s.".formatted(source));
    }
  }

  private void folder(Path source) throws IOException {
    copy(source, ModelPack.MANIFEST);
    for (PackFile file : ModelPack.read(target).manifest().files()) {
      copy(source, file.file());
    }
  }

  /** What is missing is said by who reads the copy. */
  private void copy(Path source, String name) throws IOException {
    Path file = source.resolve(name);
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      try (InputStream in = Files.newInputStream(file)) {
        write(in, name);
      }
    }
  }

  private void archive(Path source) throws IOException {
    if (Files.size(source) > ModelPack.LARGEST) {
      throw tooLarge();
    }
    refuseCrowd(source);
    try (ZipFile zip = new ZipFile(source.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        unpack(zip, entry);
      }
    } catch (ZipException | EOFException broken) {
      throw new PackRefusedException("%s is no ZIP file, or damaged.".formatted(source), broken);
    }
  }

  /**
   * Whoever opens a ZIP file has the list of its entries in memory, so it is not opened if that is
   * long. What has no end of a list is refused by who opens it.
   */
  private static void refuseCrowd(Path source) throws IOException {
    ByteBuffer tail = tail(source).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE) {
        int entries = Short.toUnsignedInt(tail.getShort(at + END_ENTRIES));
        long list = Integer.toUnsignedLong(tail.getInt(at + END_LIST));
        if (entries > MOST_ENTRIES || list > LONGEST_LIST) {
          throw new PackRefusedException("It has more than %d files.".formatted(MOST_ENTRIES));
        }
        return;
      }
    }
  }

  private static ByteBuffer tail(Path source) throws IOException {
    try (FileChannel channel = FileChannel.open(source, StandardOpenOption.READ)) {
      int length = (int) Math.min(channel.size(), END_LENGTH + LONGEST_COMMENT);
      ByteBuffer tail = ByteBuffer.allocate(length);
      long start = channel.size() - length;
      while (tail.hasRemaining() && channel.read(tail, start + tail.position()) >= 0) {}
      return tail.flip();
    }
  }

  private void unpack(ZipFile zip, ZipEntry entry) throws IOException {
    String name = entry.getName();
    if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      throw new PackRefusedException(
          "The files of a pack lie at the top of its ZIP file, and not at '%s'.".formatted(name));
    }
    if (name.equals(ModelPack.MANIFEST) || PackFile.NAME.matcher(name).matches()) {
      try (InputStream in = zip.getInputStream(entry)) {
        write(in, name);
      }
    }
  }

  private void write(InputStream in, String name) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                target.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        room -= read;
        if (room < 0) {
          throw tooLarge();
        }
        out.write(buffer, 0, read);
      }
      channel.force(true);
    } catch (FileAlreadyExistsException twice) {
      throw new PackRefusedException("It has two files %s.".formatted(name), twice);
    }
  }

  private static PackRefusedException tooLarge() {
    return new PackRefusedException("It is larger than 200 MB.");
  }
}

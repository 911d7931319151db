package dev.riderphotos.embedded.backup;

import dev.riderphotos.embedded.backup.Manifest.Entry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A plain ZIP file: anything can list and unpack it, and large ones are no matter. */
final class ArchiveWriter implements AutoCloseable {
  private static final int BUFFER = 128 * 1024;

  private final FileChannel channel;
  private final ZipOutputStream zip;
  private final List<Entry> entries = new ArrayList<>();

  /** Writes into a file that is there and empty. */
  ArchiveWriter(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.WRITE);
    zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
  }

  /** Adds a file that gets smaller by being packed. */
  void add(String name, Path file) throws IOException {
    add(name, file, Deflater.BEST_SPEED);
  }

  /** Adds a photo, which cannot be made smaller. */
  void addPhoto(String name, Path file) throws IOException {
    add(name, file, Deflater.NO_COMPRESSION);
  }

  /** What was added, in order. */
  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The last entry. All of it is on the disk when this returns. */
  void finish(Manifest manifest) throws IOException {
    zip.setLevel(Deflater.BEST_SPEED);
    zip.putNextEntry(new ZipEntry(Manifest.NAME));
    zip.write(manifest.json());
    zip.finish();
    zip.flush();
    channel.force(true);
  }

  /** Whatever was not finished is no archive. */
  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void add(String name, Path file, int level) throws IOException {
    MessageDigest digest = sha256();
    zip.setLevel(level);
    zip.putNextEntry(new ZipEntry(name));
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      long size = in.transferTo(zip);
      entries.add(new Entry(name, size, HexFormat.of().formatHex(digest.digest())));
    }
    zip.closeEntry();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}

package dev.riderphotos.embedded.backup;

import dev.riderphotos.embedded.DataFiles;
import dev.riderphotos.embedded.backup.Manifest.Entry;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads what {@link ArchiveWriter} wrote, and believes none of it: names are those of a data folder
 * or refused, sizes are what the manifest says or no more is read, and every byte is hashed.
 */
final class ArchiveReader implements AutoCloseable {
  private static final int MAX_MANIFEST = 256 * 1024 * 1024;
  private static final int BUFFER = 128 * 1024;
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final ZipFile zip;
  private final Manifest manifest;

  private ArchiveReader(ZipFile zip) throws IOException {
    this.zip = zip;
    this.manifest = Manifest.read(manifest(zip));
    refuseOtherNames();
  }

  /**
   * Opens a backup.
   *
   * @throws BackupException if it is none, or damaged as far as can be seen without unpacking it
   */
  static ArchiveReader open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BackupException("There is no file " + file);
    }
    try {
      return open(new ZipFile(file.toFile()));
    } catch (ZipException | EOFException noArchive) {
      throw new BackupException(file + " is no backup, or is cut short", noArchive);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /** How many bytes it unpacks to, as far as it is to be believed. */
  long size() {
    return manifest.files().stream()
        .mapToLong(Entry::size)
        .reduce(0, (sum, size) -> sum > Long.MAX_VALUE - size ? Long.MAX_VALUE : sum + size);
  }

  /** Writes the file, its owner's alone, below the folder. It is on the disk when this returns. */
  void unpack(Entry entry, Path folder) throws IOException {
    Path file = folder.resolve(entry.name());
    make(file);
    MessageDigest digest = ArchiveWriter.sha256();
    try (InputStream in = zip.getInputStream(zip.getEntry(entry.name()));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
      boolean whole = copy(in, out, entry.size());
      if (!whole || !HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
        throw damaged(entry.name());
      }
      channel.force(true);
    } catch (ZipException | EOFException broken) {
      throw damaged(entry.name());
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static ArchiveReader open(ZipFile zip) throws IOException {
    try {
      return new ArchiveReader(zip);
    } catch (IOException | RuntimeException fault) {
      zip.close();
      throw fault;
    }
  }

  private static byte[] manifest(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(Manifest.NAME);
    if (entry == null) {
      throw new BackupException("This is no backup: there is no " + Manifest.NAME + " in it");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] json = in.readNBytes(MAX_MANIFEST + 1);
      if (json.length > MAX_MANIFEST || crc(json) != entry.getCrc()) {
        throw damaged(Manifest.NAME);
      }
      return json;
    }
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  /** Each name once, each a data folder's, and just those that the manifest tells of. */
  private void refuseOtherNames() {
    Set<String> told = new HashSet<>();
    told.add(Manifest.NAME);
    for (Entry entry : manifest.files()) {
      if (!DataFiles.isName(entry.name()) || !told.add(entry.name())) {
        throw new BackupException("The backup is damaged: its manifest names what no backup has");
      }
    }
    List<String> names = zip.stream().map(ZipEntry::getName).toList();
    if (names.size() != told.size() || !told.equals(Set.copyOf(names))) {
      throw new BackupException("The backup is damaged: its files are not those of its manifest");
    }
    if (!told.contains(DataFiles.DATABASE)) {
      throw new BackupException("The backup is damaged: there is no database in it");
    }
  }

  private static void make(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.getParent(), "it is below a folder");
    Path _ = Files.createDirectories(folder);
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    Path _ = posix ? Files.createFile(file, OWNER_ONLY) : Files.createFile(file);
  }

  /** Whether there are just so many bytes; never are more written. */
  private static boolean copy(InputStream in, OutputStream out, long size) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long rest = size;
    while (rest > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, rest));
      if (read < 0) {
        return false;
      }
      out.write(buffer, 0, read);
      rest -= read;
    }
    return in.read() < 0;
  }

  private static BackupException damaged(String name) {
    return new BackupException("The backup is damaged: " + name + " is not as it was");
  }
}

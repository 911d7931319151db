package dev.riderphotos.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A native library that is packed in a jar, and would be unpacked at each start. Where the process
 * names a folder it is kept there, and is the same file as long as it is the one of the jar.
 *
 * <p>The folder must be as safe as the jar: what is in it is run. The checksum finds damage, not
 * malice.
 */
public final class KeptLibrary {
  /** The system property that names the folder; without it nothing is kept. */
  public static final String FOLDER = "rider-photos.prepared";

  private static final Logger LOG = System.getLogger(KeptLibrary.class.getName());

  private KeptLibrary() {}

  /** The folder that the process names, if it does; it need not be there. */
  public static Optional<Path> folder() {
    return Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of);
  }

  /**
   * Sees to it that the folder has the library, under the name that it has in the jar, its owner's
   * alone. Others may do the same at the same time, and may use what was there before.
   *
   * @param packed where it is; {@code null} if it is nowhere
   * @return the file; empty where there is none, or not in a jar
   * @throws IOException if the folder cannot be written to, and does not have it
   */
  public static Optional<Path> keep(@Nullable URL packed, Path folder) throws IOException {
    if (packed == null || !(packed.openConnection() instanceof JarURLConnection jar)) {
      return Optional.empty();
    }
    String name = jar.getEntryName();
    Path kept = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
    if (!Files.exists(kept) || checksum(kept) != jar.getJarEntry().getCrc()) {
      unpack(jar, kept);
    }
    return Optional.of(kept);
  }

  /** The same for who can do without; why it is not kept is logged, and the answer empty. */
  public static Optional<Path> keepIfPossible(@Nullable URL packed, Path folder) {
    try {
      return keep(packed, folder);
    } catch (IOException full) {
      LOG.log(Level.DEBUG, "A library is not kept: " + packed, full);
      return Optional.empty();
    }
  }

  private static void unpack(JarURLConnection jar, Path kept) throws IOException {
    Path made = Files.createTempFile(Files.createDirectories(kept.getParent()), "library", ".tmp");
    try {
      try (InputStream bytes = jar.getInputStream();
          OutputStream out = Files.newOutputStream(made)) {
        var _ = bytes.transferTo(out);
      }
      var _ = Files.move(made, kept, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      var _ = Files.deleteIfExists(made);
    }
  }

  private static long checksum(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      CRC32 checksum = new CRC32();
      checksum.update(channel.map(MapMode.READ_ONLY, 0, channel.size()));
      return checksum.getValue();
    }
  }
}

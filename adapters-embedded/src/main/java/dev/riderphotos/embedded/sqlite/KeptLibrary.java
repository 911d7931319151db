package dev.riderphotos.embedded.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, which the driver would unpack, compare and delete at each start. Where
 * the process names a folder it is kept there, and used while it is the one of the jar.
 *
 * <p>The folder must be as safe as the jar: what is in it is run. The checksum finds damage, not
 * malice.
 */
final class KeptLibrary {
  /** The system property that names the folder; without it the driver does as it does. */
  static final String FOLDER = "rider-photos.prepared";

  static final String PATH_OF_DRIVER = "org.sqlite.lib.path";

  private static final Logger LOG = System.getLogger(KeptLibrary.class.getName());

  private KeptLibrary() {}

  /** Tells the driver of it, before the first connection. */
  static void use() {
    String folder = System.getProperty(FOLDER);
    if (folder == null || System.getProperty(PATH_OF_DRIVER) != null) {
      return;
    }
    try {
      if (isKept(Path.of(folder))) {
        System.setProperty(PATH_OF_DRIVER, folder);
      }
    } catch (IOException full) {
      LOG.log(Level.DEBUG, "SQLite's library is not kept", full);
    }
  }

  /** Sees to it that the folder has it; false where it is in no jar. */
  static boolean isKept(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    URL packed =
        SQLiteJDBCLoader.class.getResource(
            LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
    if (packed == null || !(packed.openConnection() instanceof JarURLConnection jar)) {
      return false;
    }
    Path kept = Files.createDirectories(folder).resolve(name);
    if (!Files.exists(kept) || checksum(kept) != jar.getJarEntry().getCrc()) {
      keep(jar, kept);
    }
    return true;
  }

  private static void keep(JarURLConnection jar, Path kept) throws IOException {
    Path made = Files.createTempFile(kept.getParent(), "library", ".tmp"); // its owner's alone
    try {
      unpack(jar, made);
      var _ = Files.move(made, kept, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      var _ = Files.deleteIfExists(made);
    }
  }

  private static void unpack(JarURLConnection jar, Path made) throws IOException {
    try (InputStream bytes = jar.getInputStream();
        OutputStream out = Files.newOutputStream(made)) {
      var _ = bytes.transferTo(out);
    }
  }

  private static long checksum(Path file) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(Files.readAllBytes(file));
    return checksum.getValue();
  }
}

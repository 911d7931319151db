package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.natives.KeptLibrary;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** SQLite's native library, which the driver would unpack, compare and delete at each start. */
final class SqliteLibrary {
  private static final String FOLDER_OF_DRIVER = "org.sqlite.lib.path";
  private static final Logger LOG = System.getLogger(SqliteLibrary.class.getName());

  private SqliteLibrary() {}

  /** Tells the driver, before the first connection, where it is kept. If it is not, it unpacks. */
  static void use() {
    if (System.getProperty(FOLDER_OF_DRIVER) == null) {
      KeptLibrary.folder().flatMap(SqliteLibrary::keep).ifPresent(SqliteLibrary::use);
    }
  }

  private static void use(Path library) {
    String _ = System.setProperty(FOLDER_OF_DRIVER, String.valueOf(library.getParent()));
  }

  private static Optional<Path> keep(Path folder) {
    String place =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    try {
      return KeptLibrary.keep(SQLiteJDBCLoader.class.getResource(place), folder);
    } catch (IOException full) {
      LOG.log(Level.DEBUG, "SQLite's library is not kept", full);
      return Optional.empty();
    }
  }
}

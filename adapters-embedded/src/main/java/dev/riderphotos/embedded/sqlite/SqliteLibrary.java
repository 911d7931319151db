package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.natives.KeptLibrary;
import java.net.URL;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** SQLite's native library, which the driver would unpack, compare and delete at each start. */
final class SqliteLibrary {
  private static final String FOLDER_OF_DRIVER = "org.sqlite.lib.path";

  private SqliteLibrary() {}

  /** Tells the driver, before the first connection, where it is kept. If it is not, it unpacks. */
  static void use() {
    if (System.getProperty(FOLDER_OF_DRIVER) == null) {
      KeptLibrary.folder()
          .flatMap(folder -> KeptLibrary.keepIfPossible(packed(), folder))
          .ifPresent(SqliteLibrary::use);
    }
  }

  private static void use(Path library) {
    String _ = System.setProperty(FOLDER_OF_DRIVER, String.valueOf(library.getParent()));
  }

  private static @Nullable URL packed() {
    return SQLiteJDBCLoader.class.getResource(
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName());
  }
}

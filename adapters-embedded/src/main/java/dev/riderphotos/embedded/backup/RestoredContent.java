package dev.riderphotos.embedded.backup;

import dev.riderphotos.access.HmacSignatures;
import dev.riderphotos.embedded.DataFiles;
import dev.riderphotos.embedded.backup.Manifest.Entry;
import dev.riderphotos.embedded.sqlite.DatabaseCopy;
import dev.riderphotos.photo.PhotoRef;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what was unpacked goes together: every row has its file, and every file its row. */
final class RestoredContent {
  private RestoredContent() {}

  /**
   * Looks at all of it.
   *
   * @throws BackupException if it does not, or is of a later version
   */
  static void verify(DataFiles files, Manifest manifest) throws IOException {
    verifyKey(files);
    try (DatabaseCopy database = DatabaseCopy.open(files.database())) {
      verify(database);
      verifyFiles(database.objects(), manifest);
      verifyRecords(database, manifest);
    } catch (IllegalArgumentException noName) {
      throw damaged("its database has names that no photo can have");
    }
  }

  private static void verifyKey(DataFiles files) throws IOException {
    try {
      if (Files.exists(files.signingKey())) {
        HmacSignatures _ = new HmacSignatures(Files.readAllBytes(files.signingKey()));
      }
    } catch (IllegalArgumentException noKey) {
      throw damaged("its signing key is none");
    }
  }

  private static void verify(DatabaseCopy database) {
    if (!database.isOurs()) {
      throw damaged("its database is not one of ours");
    }
    if (database.isOfNewerVersion()) {
      throw new BackupException(
          "The backup's database is of a newer version of Rider Photos: restore it with that one");
    }
    List<String> flaws = database.flaws();
    if (!flaws.isEmpty()) {
      throw damaged("SQLite finds fault with its database: " + flaws.getFirst());
    }
  }

  private static void verifyFiles(Set<PhotoRef> objects, Manifest manifest) {
    Set<String> rows = objects.stream().map(DataFiles::nameOf).collect(Collectors.toSet());
    Set<String> files =
        manifest.files().stream()
            .map(Entry::name)
            .filter(name -> name.startsWith(DataFiles.BUCKETS + "/"))
            .collect(Collectors.toSet());
    if (!files.containsAll(rows)) {
      throw damaged("photos are missing that its database has rows of");
    }
    if (!rows.containsAll(files)) {
      throw damaged("there are photos in it that its database has no rows of");
    }
  }

  /** What was lost when the backup was made cannot be held against it. */
  private static void verifyRecords(DatabaseCopy database, Manifest manifest) {
    Set<PhotoRef> needed = new HashSet<>(database.needed());
    needed.removeAll(database.objects());
    manifest.lost().forEach(lost -> needed.remove(lost.ref()));
    if (!needed.isEmpty()) {
      throw damaged("its records point at photos that are not in it");
    }
  }

  private static BackupException damaged(String how) {
    return new BackupException("The backup is damaged: " + how);
  }
}

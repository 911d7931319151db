package dev.riderphotos.embedded.backup;

import dev.riderphotos.embedded.DataFiles;
import dev.riderphotos.embedded.backup.HeldFiles.Found;
import dev.riderphotos.embedded.sqlite.DatabaseCopy;
import dev.riderphotos.photo.PhotoRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/**
 * A data folder at one moment, while a server goes on changing it: the database first, then the
 * files that it tells of. Records whose files went meanwhile are looked up in a fresh copy of the
 * database, until there is none. What two copies running need and the folder does not have is lost:
 * a server takes a record and its files away within moments. An erasure may take longer; who is
 * being erased needs no files.
 *
 * <p>The log of erasures is copied before the database: who is in a copy and was erased after it
 * has a line that is not in this log. So is the head of the audit, which is then brought up to the
 * copy's entries.
 */
final class Snapshot implements AutoCloseable {
  private static final int ROUNDS = 10;

  private final Instant moment;
  private final DatabaseCopy database;
  private final Set<PhotoRef> absent = new HashSet<>();
  private final Set<PhotoRef> lost = new HashSet<>();
  private boolean settled = true;

  private Snapshot(Instant moment, DatabaseCopy database) {
    this.moment = moment;
    this.database = database;
  }

  /** Takes one, with what it copies in this folder. */
  static Snapshot take(
      DataFiles data, HeldFiles files, Path folder, InstantSource clock, Watcher watcher)
      throws IOException {
    Snapshot snapshot = once(data, files, folder, clock, watcher);
    for (int round = 2; !snapshot.settled && round <= ROUNDS; round++) {
      Set<PhotoRef> missed = snapshot.lost;
      snapshot.close();
      snapshot = once(data, files, folder, clock, watcher);
      snapshot.settled |= !missed.isEmpty() && missed.equals(snapshot.lost);
    }
    snapshot.database.withoutObjects(snapshot.absent);
    return snapshot;
  }

  Instant moment() {
    return moment;
  }

  DatabaseCopy database() {
    return database;
  }

  /** What records point at and the folder does not have. */
  Set<PhotoRef> lost() {
    return lost;
  }

  @Override
  public void close() {
    database.close();
  }

  private static Snapshot once(
      DataFiles data, HeldFiles files, Path folder, InstantSource clock, Watcher watcher)
      throws IOException {
    copyIfThere(data.erasures(), folder.resolve(DataFiles.ERASURES));
    copyIfThere(data.auditHead(), folder.resolve(DataFiles.AUDIT_HEAD));
    Path copy = folder.resolve(DataFiles.DATABASE);
    boolean _ = Files.deleteIfExists(copy);
    Instant moment = clock.instant();
    Snapshot snapshot = new Snapshot(moment, DatabaseCopy.make(data.database(), copy));
    try {
      watcher.copied();
      snapshot.hold(files);
      return snapshot;
    } catch (IOException | RuntimeException fault) {
      snapshot.close();
      throw fault;
    }
  }

  private void hold(HeldFiles files) throws IOException {
    Set<PhotoRef> needed = database.needed();
    Set<PhotoRef> objects = database.objects();
    for (PhotoRef ref : objects) {
      Found found = files.hold(ref, moment);
      settled &= found == Found.HELD || !needed.contains(ref);
      if (found == Found.ABSENT) {
        absent.add(ref);
      }
    }
    lost.addAll(needed);
    lost.removeIf(ref -> objects.contains(ref) && !absent.contains(ref));
    settled &= lost.isEmpty();
  }

  private static void copyIfThere(Path file, Path copy) throws IOException {
    try {
      Path _ = Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException nobodyWasErased) {
      // Then there is no copy either.
    }
  }
}

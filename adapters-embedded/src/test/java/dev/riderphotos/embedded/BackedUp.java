package dev.riderphotos.embedded;

import static java.util.Objects.requireNonNull;

import dev.riderphotos.embedded.backup.Backup;
import dev.riderphotos.embedded.backup.Manifest;
import dev.riderphotos.embedded.backup.Restoration;
import dev.riderphotos.embedded.backup.Watcher;
import dev.riderphotos.embedded.files.FilePhotoStore;
import dev.riderphotos.embedded.sqlite.SqliteRiderProfiles;
import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Riders with photos in a data folder, a backup of it, and what is restored from that. */
final class BackedUp {
  static final Watcher NOBODY = new Quiet();

  private final Storage storage;
  private final Path home;

  BackedUp(Storage storage) {
    this.storage = storage;
    this.home = requireNonNull(storage.path().getParent());
  }

  /** Sees nothing. */
  static class Quiet implements Watcher {
    @Override
    public void copied() {}

    @Override
    public void begin(int files) {}

    @Override
    public void step() {}
  }

  FilePhotoStore photos() {
    return new FilePhotoStore(storage.folder(), storage.database());
  }

  /** Where a rider's photo of that name is. */
  static PhotoRef photo(String rider, String name) {
    return new PhotoRef("rider-photos", "riders/" + rider + "/" + name);
  }

  static PhotoRef thumbnail(String rider, String name) {
    return photo(rider, name).sibling("rider-thumbnails", "resized-");
  }

  /** Photo and thumbnail first, the row last, and then away with the earlier photo. */
  void verify(String rider, String name) {
    photos().put(photo(rider, name), Photos.oneFace());
    photos().put(thumbnail(rider, name), Photos.nobody());
    SqliteRiderProfiles profiles = new SqliteRiderProfiles(storage.database());
    RiderId id = new RiderId(rider);
    RiderProfile next =
        new RiderProfile(id, new FaceId(rider + name), photo(rider, name), thumbnail(rider, name));
    RiderProfile present = profiles.find(id).orElse(null);
    var _ = profiles.replace(present, next);
    if (present != null) {
      photos().delete(present.photo());
      photos().delete(present.thumbnail());
    }
  }

  Path file() {
    return home.resolve("backup.zip");
  }

  Path place() {
    return home.resolve("restored");
  }

  Manifest backUp() {
    return backUp(NOBODY);
  }

  Manifest backUp(Watcher watcher) {
    return new Backup(storage.folder().files(), "1", InstantSource.system(), watcher)
        .write(file(), true);
  }

  Manifest restore() {
    try (Restoration restoration = Restoration.begin(file(), place(), NOBODY)) {
      restoration.finish();
      return restoration.manifest();
    }
  }

  /** Everything below the folder, but for what SQLite or a lock needs. */
  static Map<String, byte[]> contents(Path folder) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder.resolve("buckets"))) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  /** What stands beside the data folder. */
  List<String> beside() throws IOException {
    try (Stream<Path> paths = Files.list(home)) {
      return paths
          .map(path -> home.relativize(path).toString())
          .filter(name -> !name.equals("data"))
          .sorted()
          .toList();
    }
  }
}

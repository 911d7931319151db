package dev.riderphotos.acceptance.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Commands;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.files.FilePhotoStore;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code backup} and {@code restore} as by {@code kill -9} at any moment: there is all or nothing,
 * and the next run removes what was left. {@code -Dbackup.kills=20} makes it twenty of each.
 */
class KilledBackupTest {
  private static final int KILLS = Integer.getInteger("backup.kills", 2);
  private static final int PHOTOS = 400;
  private static final int PHOTO_BYTES = 100_000;

  @TempDir private Path home;
  @RegisterExtension private final Console console = new Console();

  private final Random random = new Random(20261129);

  @BeforeEach
  void fill() throws IOException {
    try (DataFolder folder = DataFolder.open(data());
        Database database = Database.open(folder)) {
      FilePhotoStore photos = new FilePhotoStore(folder, database);
      byte[] bytes = new byte[PHOTO_BYTES];
      for (int number = 0; number < PHOTOS; number++) {
        random.nextBytes(bytes);
        photos.put(new PhotoRef("rider-photos", "riders/ada/" + number), Photo.of(bytes.clone()));
      }
    }
  }

  @Test
  void aKilledBackupIsNone() throws IOException, InterruptedException {
    for (int kill = 0; kill < KILLS; kill++) {
      kill(backup(), ".backup.zip.part-");
      if (Files.exists(file())) {
        assertWhole();
        Files.delete(file());
      }
    }
    run(backup());
    assertWhole();
    assertThat(names(home)).containsExactly("backup.zip", "data", "restored");
    assertThat(names(data())).noneMatch(name -> name.startsWith(".backup"));
  }

  @Test
  void aKilledRestorationIsNone() throws IOException, InterruptedException {
    run(backup());
    for (int kill = 0; kill < KILLS; kill++) {
      kill(restore(), ".restored.restoring-");
      if (Files.exists(place())) {
        assertRestored();
        Folders.delete(place());
      }
    }
    assertWhole();
    assertThat(names(home)).containsExactly("backup.zip", "data", "restored");
  }

  /** Some time after it has begun to write, or at its end if that comes first. */
  private void kill(List<String> command, String begun) throws IOException, InterruptedException {
    Process process = Commands.start(command);
    try (BufferedReader err = process.errorReader();
        BufferedReader out = process.inputReader()) {
      while (process.isAlive() && names(home).stream().noneMatch(name -> name.startsWith(begun))) {
        boolean _ = process.waitFor(1, TimeUnit.MILLISECONDS);
      }
      boolean _ = process.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
      boolean _ = process.toHandle().destroyForcibly(); // the process itself would close its output
      int _ = process.waitFor();
      assertThat(err.lines()).noneMatch(line -> line.contains("\tat "));
      assertThat(out.lines()).hasSizeLessThan(3);
    }
  }

  /** It can be restored. */
  private void assertWhole() throws IOException {
    run(restore());
    assertRestored();
  }

  private void assertRestored() throws IOException {
    assertThat(Folders.files(place().resolve("buckets"))).hasSize(PHOTOS);
    try (DataFolder folder = DataFolder.open(place());
        Database database = Database.open(folder)) {
      database.check();
    }
  }

  private void run(List<String> command) throws IOException {
    if (Files.exists(place())) {
      Folders.delete(place());
    }
    assertThat(RiderPhotos.execute(command.toArray(String[]::new)))
        .as(console.err())
        .isEqualTo(ExitCode.DONE);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> folder.relativize(path).toString()).sorted().toList();
    }
  }

  private List<String> backup() {
    return List.of("backup", file().toString(), "--data", data().toString());
  }

  private List<String> restore() {
    return List.of("restore", file().toString(), "--data", place().toString());
  }

  private Path data() {
    return home.resolve("data");
  }

  private Path file() {
    return home.resolve("backup.zip");
  }

  private Path place() {
    return home.resolve("restored");
  }
}

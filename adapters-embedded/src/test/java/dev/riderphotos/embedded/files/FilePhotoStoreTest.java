package dev.riderphotos.embedded.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.testkit.PhotoStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FilePhotoStoreTest extends PhotoStoreContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected PhotoStore store() {
    return files();
  }

  private FilePhotoStore files() {
    return new FilePhotoStore(storage.folder(), storage.database());
  }

  @Override
  protected void putSaying(String consent, PhotoRef where, Photo what) {
    try {
      Path part = Files.write(storage.path().resolve("tmp/part"), what.bytes());
      files().put(where, consent, part);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Test
  void keepsPhotosOverARestart() throws IOException {
    PhotoRef ref = new PhotoRef("rider-photos", "riders/ada/1/selfie.jpg");
    store().put(ref, Photo.of(new byte[] {1, 2, 3}));
    storage.reopen();
    assertThat(store().get(ref)).contains(Photo.of(new byte[] {1, 2, 3}));
  }

  @Test
  void noKeyLeavesItsBucket() throws IOException {
    for (String key : List.of("../../outside", "/etc/passwd", "..", "a/../../../b", "C:\\x")) {
      store().put(new PhotoRef("rider-photos", key), Photo.of(new byte[] {1}));
    }
    Path bucket = storage.path().resolve("buckets/rider-photos");
    assertThat(filesUnder(storage.path().resolve("buckets")))
        .hasSize(5)
        .allSatisfy(file -> assertThat(file).hasParent(bucket));
    assertThat(filesUnder(storage.path().resolve("tmp"))).isEmpty();
  }

  @Test
  void whatAKilledProcessHadBegunToWriteIsGoneAfterARestart() throws IOException {
    Files.write(storage.path().resolve("tmp/part-1"), new byte[] {1});
    storage.reopen();
    assertThat(filesUnder(storage.path().resolve("tmp"))).isEmpty();
  }

  private static List<Path> filesUnder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}

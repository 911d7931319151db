package dev.riderphotos.embedded.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.embedded.DataFolderException;
import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.photo.PhotoLinks;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.SignedAccess;
import dev.riderphotos.photo.UploadTickets;
import dev.riderphotos.testkit.SignedAccessContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignedObjectsTest extends SignedAccessContract {
  @RegisterExtension private final Storage storage = new Storage();
  private Instant now = Instant.EPOCH;

  @Override
  protected UploadTickets tickets() {
    return objects();
  }

  @Override
  protected PhotoLinks links() {
    return objects();
  }

  @Override
  protected SignedAccess access() {
    return objects();
  }

  @Override
  protected PhotoStore store() {
    return new FilePhotoStore(storage.folder(), storage.database());
  }

  @Override
  protected void setTime(Instant time) {
    now = time;
  }

  @Test
  void theKeyIsItsOwnersAloneAndStaysTheSame() throws IOException {
    PhotoRef ref = new PhotoRef("photos", "x");
    URI link = links().link(ref, now);
    storage.reopen();

    assertThat(links().link(ref, now)).isEqualTo(link);
    Path file = storage.path().resolve("signing-key");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aDamagedKeyIsToldInASentence() throws IOException {
    Files.write(storage.path().resolve("signing-key"), new byte[] {1});

    assertThatExceptionOfType(DataFolderException.class)
        .isThrownBy(this::objects)
        .withMessageContaining("signing-key");
  }

  private SignedObjects objects() {
    return new SignedObjects(
        storage.folder(),
        new FilePhotoStore(storage.folder(), storage.database()),
        SigningKey.open(storage.folder()),
        () -> now);
  }
}

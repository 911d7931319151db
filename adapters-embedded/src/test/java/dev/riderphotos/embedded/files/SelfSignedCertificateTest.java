package dev.riderphotos.embedded.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.embedded.sqlite.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SelfSignedCertificateTest {
  private static final Set<String> NAMES =
      Set.of("localhost", "127.0.0.1", "::1", "desk.local", "192.168.1.5");

  @RegisterExtension private final Storage storage = new Storage();

  @Test
  void isMadeOnceAndKept() throws IOException {
    String fingerprint = keep(NAMES, Duration.ZERO).fingerprint();

    assertThat(fingerprint).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    storage.reopen();
    assertThat(keep(NAMES, Duration.ZERO).fingerprint()).isEqualTo(fingerprint);
    assertThat(keep(Set.of("localhost"), Duration.ofDays(300)).fingerprint())
        .isEqualTo(fingerprint);
  }

  @Test
  void isMadeAnewBeforeItEndsAndForNewNames() {
    String first = keep(Set.of("localhost"), Duration.ZERO).fingerprint();
    String second = keep(NAMES, Duration.ZERO).fingerprint();
    String third = keep(NAMES, Duration.ofDays(370)).fingerprint();

    assertThat(Set.of(first, second, third)).hasSize(3);
  }

  @Test
  void isItsOwnersAlone() throws IOException {
    SelfSignedCertificate certificate = keep(NAMES, Duration.ZERO);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(certificate.file())))
        .isEqualTo("rw-------");
    try (var left = Files.list(storage.folder().temporary())) {
      assertThat(left).isEmpty();
    }
  }

  private SelfSignedCertificate keep(Set<String> names, Duration later) {
    return SelfSignedCertificate.keep(storage.folder(), names, Instant.now().plus(later));
  }
}

package dev.riderphotos.embedded.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.access.HmacSignatures;
import dev.riderphotos.access.Signatures;
import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Riders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The log of erasures, and whom it has erased again. */
class ErasedRidersTest {
  private static final Set<RiderId> BOTH = Set.of(Riders.ada(), Riders.boris());

  @RegisterExtension private final Storage storage = new Storage();

  @Test
  void aLogTellsNobodyWhoWasErased() throws IOException {
    log().note(Riders.boris());

    assertThat(file()).content().doesNotContain("boris").startsWith("# Erased riders");
    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void whoWasNotedIsErasedAgainAndNobodyElse() throws IOException {
    log().note(Riders.ada());

    assertThat(erased(lines(), List.of()).among(BOTH)).containsExactly(Riders.ada());
    assertThat(erased(lines(), List.of()).among(Set.of())).isEmpty();
  }

  @Test
  void whoCameBackBeforeTheBackupStays() throws IOException {
    log().note(Riders.ada());
    List<String> known = lines();
    log().note(Riders.boris());

    ErasedRiders erased = erased(lines(), known);

    assertThat(erased.among(BOTH)).containsExactly(Riders.boris());
    assertThat(erased.lines()).hasSize(1);
  }

  @Test
  void whoWasBeingErasedWhenTheBackupWasMadeIsErased() throws IOException {
    log().note(Riders.ada());
    List<String> known = lines();
    log().note(Riders.ada());

    assertThat(erased(lines(), known).among(BOTH)).containsExactly(Riders.ada());
  }

  @Test
  void aLineThatWasCutShortHarmsNoOther() throws IOException {
    log().note(Riders.ada());
    Files.writeString(file(), "2026-11-29T00:00:0", StandardOpenOption.APPEND);
    log().note(Riders.boris());

    ErasedRiders erased = erased(lines(), List.of());

    assertThat(erased.among(BOTH)).containsExactlyInAnyOrderElementsOf(BOTH);
    assertThat(erased.cutShort()).isEqualTo(1);
  }

  @Test
  void aLogOfAnotherKeyIsRefused() throws IOException {
    log().note(Riders.ada());
    Signatures other = new HmacSignatures(HmacSignatures.newSecret());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ErasedRiders.read(lines(), List.of(), other))
        .withMessageContaining("another signing key");
    assertThat(ErasedRiders.read(lines(), lines(), other).among(BOTH))
        .as("of what was before the backup, the key does not matter")
        .isEmpty();
  }

  @Test
  void idsAreTakenAsTheyStand() {
    ErasedRiders erased = erased(List.of("ada", "", "# no more", "a stranger ☕"), List.of());

    assertThat(erased.among(BOTH)).containsExactly(Riders.ada(), new RiderId("a stranger ☕"));
    assertThat(erased.lines()).isEmpty();
  }

  @Test
  void whatIsNoIdIsRefusedWithItsLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> erased(List.of("ada", "x".repeat(200)), List.of()))
        .withMessageContaining("Line 2 is no rider's id");
  }

  private ErasedRiders erased(List<String> given, List<String> known) {
    return ErasedRiders.read(given, known, SigningKey.open(storage.folder()));
  }

  private FileErasureLog log() {
    return new FileErasureLog(
        storage.folder(), SigningKey.open(storage.folder()), InstantSource.system());
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file());
  }

  private Path file() {
    return storage.path().resolve("erasures.log");
  }
}

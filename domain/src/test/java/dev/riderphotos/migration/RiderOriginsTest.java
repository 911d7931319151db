package dev.riderphotos.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.migration.FaceOrigins.Origin;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.testkit.InMemoryFaceCounterparts;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Where riders' faces come from, also those of which a service knows nothing but the name. */
class RiderOriginsTest {
  private final Verifications verifications = new Verifications();
  private final FaceCounterparts counterparts = new InMemoryFaceCounterparts();

  @Test
  void aProfileTells() {
    Execution verified = verifications.verify(Riders.ada(), Photos.oneFace());

    assertThat(photoOf(ofTheService(face()))).hasValue(verified.submission().photo());
  }

  @Test
  void aProfileTellsOfAFaceThatWasMovedSince() {
    Execution verified = verifications.verify(Riders.ada(), Photos.oneFace());
    FaceId moved = new FaceId("moved");
    counterparts.pair(new CollectionId("riders"), face().id(), new CollectionId("riders-2"), moved);

    assertThat(photoOf(ofTheService(face()).as(moved))).hasValue(verified.submission().photo());
  }

  @Test
  void ofAFaceThatHasNoProfileYetItsExecutionTells() {
    Execution verified = verifications.verify(Riders.ada(), Photos.oneFace());
    IndexedFace face = face();
    verifications.profiles().delete(verifications.profiles().find(Riders.ada()).orElseThrow());

    assertThat(photoOf(face)).hasValue(verified.submission().photo());
    assertThat(photoOf(ofTheService(face)))
        .as("the service calls the image by a name of its own")
        .hasValue(verified.submission().photo());
  }

  @Test
  void ofAStrangersFaceNobodyTells() {
    var _ = verifications.verify(Riders.ada(), Photos.oneFace());

    IndexedFace strange =
        new IndexedFace(new FaceId("strange"), new ImageId("image"), null, face().box(), 99);

    assertThat(photoOf(strange)).isEmpty();
  }

  @Test
  void theyAreSettledWhileNobodyRegisters() {
    AtomicInteger turns = new AtomicInteger();
    RegistrationTurn turn =
        new RegistrationTurn() {
          @Override
          public <T> T whileNobodyRegisters(Supplier<T> work) {
            turns.incrementAndGet();
            return work.get();
          }
        };

    assertThat(origins(turn).settled(() -> "asked")).isEqualTo("asked");

    assertThat(turns).hasValue(1);
  }

  private Optional<PhotoRef> photoOf(IndexedFace face) {
    return origins(verifications.collection()).of(face).map(Origin::photo);
  }

  private RiderOrigins origins(RegistrationTurn turn) {
    return new RiderOrigins(
        verifications.profiles(),
        verifications.executions(),
        verifications.collection(),
        counterparts,
        turn);
  }

  private IndexedFace face() {
    return verifications.collection().all().getFirst();
  }

  private static IndexedFace ofTheService(IndexedFace face) {
    return new IndexedFace(
        face.id(), new ImageId("image"), face.externalImageId(), face.box(), face.confidence());
  }
}

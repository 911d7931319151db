package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.consent.Consents;
import dev.riderphotos.event.EventId;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.queue.ExecutionQueue;
import dev.riderphotos.queue.QueueSettings;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.TickingClock;
import dev.riderphotos.testkit.Verifications;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyArrivedPhotoTest {
  private final Verifications verifications = new Verifications();
  private final TickingClock clock = new TickingClock();
  private final VerifyArrivedPhoto arrival =
      new VerifyArrivedPhoto(
          verifications.verification(),
          verifications.executions(),
          verifications.photos(),
          new ExecutionRunner(
              verifications.verification(),
              verifications.executions(),
              verifications.watcher(),
              new ExecutionQueue(QueueSettings.DEFAULT, Runnable::run)),
          Consents.OFF);

  @Test
  void aPhotoUnderARidersFolderIsVerified() {
    ObjectCreated event = put("riders/a%2Fb/selfie.jpg");

    ExecutionId id = arrival.verify(event).orElseThrow();

    Execution execution = verifications.executions().find(id).orElseThrow();
    assertThat(execution.status()).isEqualTo(Status.VERIFIED);
    assertThat(execution.submission())
        .isEqualTo(new Submission(new RiderId("a/b"), event.ref(), false, null));
  }

  @Test
  void anEventThatComesAgainStartsNothing() {
    ObjectCreated event = put("riders/ada/selfie.jpg");
    arrival.verify(event);

    assertThat(arrival.verify(event)).isEmpty();
    assertThat(verifications.executions().all()).hasSize(1);
  }

  @Test
  void theSameKeyPutAgainIsAnotherVerification() {
    arrival.verify(put("riders/ada/selfie.jpg"));
    arrival.verify(put("riders/ada/selfie.jpg"));

    assertThat(verifications.executions().all())
        .extracting(Execution::status)
        .containsExactly(Status.VERIFIED, Status.REJECTED);
  }

  @Test
  void aSubmittedPhotoHasItsExecutionAlready() {
    Execution execution = verifications.submit(Riders.ada(), Photos.oneFace(), false);

    assertThat(arrival.verify(event(execution.submission().photo()))).isEmpty();

    assertThat(verifications.executions().all()).containsExactly(execution);
  }

  @Test
  void thePhotoOfARiderWhoIsForgottenStartsNothing() {
    Execution execution = verifications.verify(Riders.ada(), Photos.oneFace());
    verifications.forgetting().forget(Riders.ada());

    assertThat(arrival.verify(event(execution.submission().photo()))).isEmpty();

    assertThat(verifications.executions().all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"selfie.jpg", "riders/selfie.jpg", "others/ada/x.jpg", "riders//x.jpg"})
  void otherKeysStartNothing(String key) {
    Optional<ExecutionId> started = arrival.verify(put(key));

    assertThat(started).isEmpty();
    assertThat(verifications.executions().all()).isEqualTo(List.of());
  }

  private ObjectCreated put(String key) {
    PhotoRef ref = new PhotoRef("rider-photos", key);
    verifications.photos().put(ref, Photos.oneFace());
    return event(ref);
  }

  private ObjectCreated event(PhotoRef ref) {
    return new ObjectCreated(EventId.random(), ref, clock.instant());
  }
}

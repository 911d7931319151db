package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.FaultyRecords;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Step;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.verification.RunVerification;
import dev.riderphotos.verification.SubmitRiderPhoto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that fail at the last moment, under everything else as it is in use. */
class FaultsTest {
  private static final Photo ADA = Photos.of(Person.ADA);

  @TempDir private Path data;
  private Application application;
  private Faults faults;

  @BeforeEach
  void open() {
    application =
        Application.open(data, Map.of(FaultyRecords.PROPERTY, true, "retries.delay", "1ms"));
    faults = application.get(Faults.class);
  }

  @AfterEach
  void close() throws IOException {
    application.close();
  }

  @Test
  void aStoreThatFailsOnceIsAskedAgain() {
    assertVerifiedAfter(1);
  }

  @Test
  void aStoreThatFailsFiveTimesIsAskedAgain() {
    assertVerifiedAfter(5);
  }

  @Test
  void whatAStoreThatAlwaysFailsLeavesIsUndoneAndThePhotoIsWelcomeLater() {
    faults.always(Fault.RETRYABLE, call -> call.is(RiderProfiles.class, "replace"));

    Execution failed = verify();

    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(failed.step(State.PERSIST_METADATA).map(Step::attempts)).hasValue(7);
    assertThat(failed.unfinished()).isFalse();
    assertThat(application.get(RiderFaces.class).size()).isZero();
    assertThat(application.get(PhotoStore.class).get(thumbnailOf(failed))).isEmpty();

    faults.heal();
    assertThat(verify().status()).isEqualTo(Status.VERIFIED);
  }

  private void assertVerifiedAfter(int failures) {
    faults.next(failures, Fault.RETRYABLE, call -> call.is(RiderProfiles.class, "replace"));

    Execution verified = verify();

    assertThat(verified.status()).isEqualTo(Status.VERIFIED);
    assertThat(verified.step(State.PERSIST_METADATA).map(Step::attempts)).hasValue(failures + 1);
    assertThat(application.get(RiderProfiles.class).find(Riders.ada())).isPresent();
    assertThat(application.get(RiderFaces.class).size()).isEqualTo(1);
    assertThat(application.get(PhotoStore.class).get(thumbnailOf(verified))).isPresent();
  }

  private Execution verify() {
    Execution begun =
        application.get(SubmitRiderPhoto.class).submit(Riders.ada(), "me.jpg", ADA, false, null);
    return application.get(RunVerification.class).run(begun.id());
  }

  private static PhotoRef thumbnailOf(Execution execution) {
    return execution.submission().photo().sibling("rider-thumbnails", "resized-");
  }
}

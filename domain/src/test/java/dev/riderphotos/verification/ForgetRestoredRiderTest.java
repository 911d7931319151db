package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Ports;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import dev.riderphotos.verification.Erasure.Erased;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgetRestoredRiderTest {
  private final Verifications verifications = new Verifications();

  @Test
  void forgettingAStrangerIsHarmless() {
    assertThat(forgetting(verifications.ports()).forget(Riders.ada()))
        .isEqualTo(new Erased(Riders.ada(), List.of(), List.of(), 0, 0, false, null));
  }

  @Test
  void whatWasBeingVerifiedIsErasedAsWell() {
    Execution _ = verifications.verify(Riders.ada(), Photos.of(Person.ADA));
    Execution _ = verifications.submit(Riders.ada(), Photos.of(Person.ADA), true);
    Execution boris = verifications.submit(Riders.boris(), Photos.of(Person.BORIS), false);

    assertThat(forgetting(verifications.ports()).forget(Riders.ada()).executions()).isEqualTo(2);

    assertThat(verifications.profiles().all()).isEmpty();
    assertThat(verifications.collection().all()).isEmpty();
    assertThat(verifications.executions().all()).as("others' wait").containsExactly(boris);
    assertThat(verifications.photos().refs()).containsExactly(boris.submission().photo());
  }

  @Test
  void whatCannotBeBroughtToItsEndIsNotCalledErased() {
    Execution _ = verifications.verify(Riders.ada(), Photos.of(Person.ADA));
    Execution _ = verifications.submit(Riders.ada(), Photos.of(Person.BORIS), true);
    Faults faults = new Faults();
    faults.always(Fault.FINAL, call -> call.is(PhotoStore.class, "delete"));
    Ports broken = verifications.ports().withFaults(faults);

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> forgetting(broken).forget(Riders.ada()));
  }

  private ForgetRestoredRider forgetting(Ports ports) {
    return new ForgetRestoredRider(
        ports.verifyRiderPhoto(RiderSettings.DEFAULT),
        ports.executions(),
        ports.forgetRider(),
        verifications.announcements());
  }
}

package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Status;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Reviews;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rider is erased before every single call that the verification of a look-alike makes. */
class EraseBesideVerificationTest {
  /** What the newcomer's face has to do with that of the rider who is erased. */
  private enum Newcomer {
    DUPLICATE,
    LOOK_ALIKE
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsToldOfTheErased(Newcomer newcomer) {
    int calls = 0;
    boolean last;
    do {
      Server server = new Server();
      server.faults.before(++calls, server::eraseAda);
      server.verify(newcomer);
      last = calls > server.faults.calls().size();
      if (!last) {
        server.nothingIsToldOfAda();
      }
    } while (!last);
    assertThat(calls).isGreaterThan(10);
  }

  /** And the process dies at any later call. */
  @ParameterizedTest
  @EnumSource
  void norWhenTheProcessDiesAfterwards(Newcomer newcomer) {
    int calls = 0;
    boolean last;
    do {
      calls++;
      boolean died;
      int death = calls;
      do {
        Server server = new Server();
        server.faults.before(calls, server::eraseAda);
        server.faults.nth(++death, Fault.CRASH, _ -> true);
        died = server.verify(newcomer);
        last = !server.erased;
        server.faults.heal();
        server.resume();
        if (server.erased) {
          server.nothingIsToldOfAda();
        }
      } while (died);
    } while (!last);
    assertThat(calls).isGreaterThan(10);
  }

  /** One that has verified Ada. */
  private static final class Server {
    private final Verifications verifications = new Verifications();
    private final Faults faults = new Faults();
    private final ForgetRider forgetting;
    private final FaceId adas;
    private boolean erased;

    private Server() {
      verifications.settings(Reviews.looking());
      verifications.collection().lookAlike(Person.ADA, Person.BORIS);
      Execution ada = verifications.verify(Riders.ada(), Photos.of(Person.ADA));
      assertThat(ada.status()).isEqualTo(Status.VERIFIED);
      adas = verifications.collection().all().getFirst().id();
      forgetting = verifications.forgetting(); // whose calls do not fail
      verifications.swap(ports -> ports.withFaults(faults));
    }

    private void eraseAda() {
      assertThat(forgetting.forget(Riders.ada())).isInstanceOf(Erasure.Erased.class);
      erased = true;
    }

    /** Whether the process died. */
    private boolean verify(Newcomer newcomer) {
      try {
        Execution _ =
            switch (newcomer) {
              case DUPLICATE -> verifications.verify(Riders.clara(), Photos.anotherOf(Person.ADA));
              case LOOK_ALIKE -> verifications.verify(Riders.boris(), Photos.of(Person.BORIS));
            };
        return false;
      } catch (Crash _) {
        return true;
      }
    }

    private void resume() {
      verifications.executions().holderDied();
      for (ExecutionId id : verifications.executions().unfinished()) {
        assertThat(verifications.verification().run(id).unfinished()).isFalse();
      }
    }

    private void nothingIsToldOfAda() {
      assertThat(verifications.executions().all())
          .noneMatch(execution -> execution.resembled().contains(adas));
    }
  }
}

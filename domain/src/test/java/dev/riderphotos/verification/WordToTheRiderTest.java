package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Status;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.Notification;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is told of a refusal, and what. */
class WordToTheRiderTest {
  private final Verifications verifications = new Verifications();

  @AfterEach
  void nothingIsHalfDone() {
    Consistency.holds(verifications);
    assertThat(verifications.opener().stillOpen()).isZero();
  }

  @Test
  void wordOfARefusalGoesToTheAddressOfTheSubmission() {
    assertThat(addressed(RiderSettings.DEFAULT, new EmailAddress("ada@example.com")))
        .isEqualTo("ada@example.com");
    assertThat(addressed(notifying("ops@example.com"), new EmailAddress("ada@example.com")))
        .isEqualTo("ada@example.com");
  }

  @Test
  void elseItGoesWhereTheOperatorSays() {
    assertThat(addressed(notifying("ops@example.com"), null)).isEqualTo("ops@example.com");
  }

  @Test
  void elseToTheRidersOwnMailbox() {
    assertThat(addressed(RiderSettings.DEFAULT, null)).isEqualTo("ada@localhost");
    for (RiderId rider : Riders.odd()) {
      assertThat(verifications.verify(rider, Photos.nobody()).status()).isEqualTo(Status.REJECTED);
    }
    assertThat(verifications.notifier().sent())
        .allSatisfy(sent -> assertThat(sent.email().value()).endsWith("@localhost"));
  }

  @Test
  void theRiderIsToldWhatToDo() {
    Execution execution = verifications.verify(Riders.ada(), Photos.withSunglasses(Person.ADA));

    assertThat(verifications.notifier().sent())
        .containsExactly(
            new Notification(
                execution.id().toString(),
                new EmailAddress("ada@localhost"),
                Riders.ada(),
                "PhotoDoesNotMeetRequirementError",
                "Face is wearing sunglasses",
                List.of("Take off your sunglasses.")));
  }

  private String addressed(RiderSettings settings, @Nullable EmailAddress named) {
    verifications.settings(settings);
    Execution submitted =
        verifications.submission().submit(Riders.ada(), "x.jpg", Photos.nobody(), false, named);
    assertThat(verifications.run(submitted).status()).isEqualTo(Status.REJECTED);
    return verifications.notifier().sent().getLast().email().value();
  }

  private static RiderSettings notifying(String email) {
    return new RiderSettings(
        "rider-photos",
        "rider-thumbnails",
        RiderSettings.Quality.ADVISE,
        0,
        RiderSettings.NewFace.REPLACE,
        70,
        new EmailAddress(email));
  }
}

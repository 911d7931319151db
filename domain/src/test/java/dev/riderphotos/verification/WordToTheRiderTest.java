package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.language.Language;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.Refusal;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.util.List;
import java.util.Objects;
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
            new Refusal(
                execution.id().toString(),
                new EmailAddress("ada@localhost"),
                Riders.ada(),
                "PhotoDoesNotMeetRequirementError",
                "Face is wearing sunglasses",
                List.of("Take off your sunglasses.")));
  }

  @Test
  void theRiderIsToldInTheLanguageOfTheSubmission() {
    Execution told = submitted(Language.GERMAN);

    assertThat(told.submission().language()).isEqualTo(Language.GERMAN);
    Refusal sent = verifications.notifier().sent().getLast();
    assertThat(sent.language()).isEqualTo(Language.GERMAN);
    assertThat(sent.message()).isEqualTo("Wir konnten kein Gesicht finden.");
    assertThat(sent.advice()).containsExactly("Mach ein Foto von dir allein.");
    assertThat(((Verdict.Rejected) Objects.requireNonNull(told.verdict())).message())
        .isEqualTo("Detected 0 faces in the photo."); // the API's words stay
  }

  @Test
  void elseInTheOneThatTheOperatorSays() {
    verifications.settings(
        new RiderSettings(
            "rider-photos",
            "rider-thumbnails",
            RiderSettings.Quality.ADVISE,
            0,
            RiderSettings.NewFace.REPLACE,
            70,
            null,
            Language.FRENCH));

    Execution _ = submitted(null);

    assertThat(verifications.notifier().sent().getLast().message())
        .isEqualTo("Nous n’avons trouvé aucun visage.");
  }

  private Execution submitted(@Nullable Language language) {
    return verifications.run(
        verifications
            .submission()
            .submit(
                new SentPhoto(
                    null,
                    Riders.ada(),
                    "x.jpg",
                    Photos.nobody(),
                    false,
                    null,
                    false,
                    language,
                    null)));
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
        new EmailAddress(email),
        Language.ENGLISH);
  }
}

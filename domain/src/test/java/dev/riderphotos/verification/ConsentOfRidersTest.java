package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.consent.Consents.Asked;
import dev.riderphotos.consent.Contact;
import dev.riderphotos.consent.Terms;
import dev.riderphotos.event.EventId;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.language.Language;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.queue.ExecutionQueue;
import dev.riderphotos.queue.QueueSettings;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What riders agree to is kept with what they agree to, and required where that is the rule. */
class ConsentOfRidersTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final PhotoRef OBJECT = new PhotoRef("rider-photos", "riders/ada/me.jpg");

  private final Verifications verifications = new Verifications();
  private final Consents required =
      new Consents(
          Asked.REQUIRED, Consents.shipped(Terms.DEFAULT, new Contact("Us", null, null, null)));
  private final String version = required.text(Language.FRENCH).version();
  private final Consent consent = new Consent(version, Language.FRENCH, NOW);

  ConsentOfRidersTest() {
    verifications.swap(ports -> ports.withConsents(required));
  }

  @AfterEach
  void nothingIsHalfDone() {
    Consistency.holds(verifications);
    assertThat(verifications.opener().stillOpen()).isZero();
  }

  @Test
  void itIsKeptWithExecutionAndProfileAndStandsInTheReceipt() {
    Execution execution = verifications.run(submit(consent));

    assertThat(execution.status()).isEqualTo(Status.VERIFIED);
    assertThat(execution.submission().consent()).isEqualTo(consent);
    assertThat(verifications.profiles().find(Riders.ada()).orElseThrow().consent())
        .isEqualTo(consent);
    assertThat(((Erasure.Erased) verifications.forgetting().forget(Riders.ada())).consents())
        .containsExactly(consent);
  }

  @Test
  void aNewPhotoBringsANewConsentAndTheReceiptHasBoth() {
    Execution _ = verifications.run(submit(consent));
    Consent later =
        new Consent(required.text(Language.ARABIC).version(), Language.ARABIC, NOW.plusSeconds(1));

    Execution execution = verifications.run(verifications.submission().submit(sent(true, later)));

    assertThat(execution.status()).isEqualTo(Status.VERIFIED);
    assertThat(verifications.forgetting().foresee(Riders.ada()).consents())
        .containsExactly(later, consent);
  }

  @Test
  void withoutItNothingIsLookedAtAndThePhotoIsDeleted() {
    Execution execution = verifications.run(submit(null));

    assertMissing(execution);
    assertThat(verifications.collection().size()).isZero();
    assertThat(verifications.notifier().sent()).hasSize(1);
  }

  @Test
  void anObjectBringsItInItsMetadata() {
    verifications.photos().put(OBJECT, Photos.oneFace(), version);

    Execution execution = arrived();

    assertThat(execution.status()).isEqualTo(Status.VERIFIED);
    assertThat(execution.submission().consent()).isEqualTo(consent);
  }

  @Test
  void anObjectWithoutItIsDeleted() {
    verifications.photos().put(OBJECT, Photos.oneFace());

    assertMissing(arrived());
  }

  @Test
  void anObjectThatAgreesToAnotherTextIsDeleted() {
    verifications.photos().put(OBJECT, Photos.oneFace(), "0123456789abcdef");

    assertMissing(arrived());
  }

  @Test
  void theObjectThatTookItsPlaceMeanwhileStays() {
    verifications.photos().put(OBJECT, Photos.oneFace());
    Execution begun =
        verifications
            .verification()
            .start(ExecutionId.random(), new Submission(Riders.ada(), OBJECT, false, null));
    verifications.photos().put(OBJECT, Photos.of(Person.BORIS), version);

    assertThat(verifications.run(begun).status()).isEqualTo(Status.REJECTED);

    assertThat(verifications.photos().refs()).contains(OBJECT);
  }

  private Execution submit(@Nullable Consent given) {
    return verifications.submission().submit(sent(false, given));
  }

  private static SentPhoto sent(boolean replace, @Nullable Consent given) {
    return new SentPhoto(
        null, Riders.ada(), "x.jpg", Photos.oneFace(), replace, null, false, null, given);
  }

  private Execution arrived() {
    VerifyArrivedPhoto arrival =
        new VerifyArrivedPhoto(
            verifications.verification(),
            verifications.executions(),
            verifications.photos(),
            new ExecutionRunner(
                verifications.verification(),
                verifications.executions(),
                verifications.watcher(),
                new ExecutionQueue(QueueSettings.DEFAULT, Runnable::run)),
            required);
    return verifications
        .executions()
        .find(arrival.verify(new ObjectCreated(EventId.random(), OBJECT, NOW)).orElseThrow())
        .orElseThrow();
  }

  private void assertMissing(Execution execution) {
    assertThat(execution.status()).isEqualTo(Status.REJECTED);
    assertThat(execution.tidy()).isTrue();
    assertThat(execution.verdict())
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            verdict ->
                assertThat(verdict.reasons())
                    .extracting(Reason::code)
                    .containsExactly(ReasonCode.CONSENT_MISSING));
    assertThat(verifications.photos().refs()).isEmpty();
    assertThat(verifications.profiles().all()).isEmpty();
  }
}

package dev.riderphotos.verification;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.access.LinkRegister;
import dev.riderphotos.access.LinkRequest;
import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.access.NotedLink;
import dev.riderphotos.access.RevokeLinks;
import dev.riderphotos.access.RevokedLinks;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.announcement.Announcement.RiderErased;
import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.event.EventId;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Status;
import dev.riderphotos.language.Language;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.queue.ExecutionQueue;
import dev.riderphotos.queue.QueueSettings;
import dev.riderphotos.receipt.ReceiptSeal;
import dev.riderphotos.receipt.ReceiptTerms;
import dev.riderphotos.rider.Refusal;
import dev.riderphotos.rider.RiderNotifier;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.InMemoryErasureLog;
import dev.riderphotos.testkit.InMemoryErasureWishes;
import dev.riderphotos.testkit.InMemoryLinkRegister;
import dev.riderphotos.testkit.InMemoryLinkRequests;
import dev.riderphotos.testkit.InMemoryRevokedLinks;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Ports;
import dev.riderphotos.testkit.RecordingRiderNotifier;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.SettableClock;
import dev.riderphotos.testkit.TestGallery;
import dev.riderphotos.testkit.TestReceiptSeal;
import dev.riderphotos.testkit.TestSignatures;
import dev.riderphotos.testkit.Verifications;
import dev.riderphotos.verification.Erasure.Busy;
import dev.riderphotos.verification.Erasure.Erased;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EraseRiderTest {
  private final SettableClock clock = new SettableClock();
  private final TestSignatures signatures = new TestSignatures();
  private final Server server = new Server(new Faults());

  /** What outlives a process, and the use cases of one on it. */
  private final class Server {
    private final Verifications verifications = new Verifications();
    private final ErasureWishes wishes =
        new InMemoryErasureWishes(Announcing.ALL, verifications.announcements(), clock);
    private final RevokedLinks revoked = new InMemoryRevokedLinks();
    private final LinkRequests requests = new InMemoryLinkRequests();
    private final LinkRegister register = new InMemoryLinkRegister();
    private final TestReceiptSeal seal = new TestReceiptSeal();
    private final TestGallery gallery = new TestGallery();
    private final Faults faults;
    private final ErasureReceipts receipts = new ErasureReceipts(clock);

    private Server(Faults faults) {
      this.faults = faults;
    }

    private ErasureWishes wishes() {
      return faults.around(ErasureWishes.class, wishes);
    }

    private RevokeLinks revocations() {
      return new RevokeLinks(faults.around(RevokedLinks.class, revoked), signatures, clock);
    }

    private EraseRider erasing() {
      Ports ports = verifications.ports().withFaults(faults);
      ErasureLog log = faults.around(ErasureLog.class, new InMemoryErasureLog());
      return new EraseRider(
          wishes(),
          revocations(),
          faults.around(LinkRequests.class, requests),
          faults.around(LinkRegister.class, register),
          ports.forgetRider(log),
          ports.executions(),
          receipts,
          faults.around(RiderNotifier.class, verifications.notifier()),
          faults.around(DeletedData.class, () -> {}),
          new WriteReceipt(
              faults.around(ReceiptSeal.class, seal), new ReceiptTerms("test", List.of()), clock),
          gallery.photoDeletion());
    }

    private ErasureGuard guard() {
      return new ErasureGuard(
          verifications.verification(), verifications.executions(), wishes, erasing());
    }

    private SubmitRiderPhoto submission() {
      return verifications.ports().submitRiderPhoto(guard(), RiderSettings.DEFAULT);
    }

    private void nothingIsLeft() {
      assertThat(verifications.executions().all()).isEmpty();
      assertThat(verifications.photos().refs()).isEmpty();
      assertThat(verifications.collection().all()).isEmpty();
      assertThat(verifications.profiles().all()).isEmpty();
      assertThat(wishes.all()).isEmpty();
      assertThat(requests.all()).isEmpty();
      assertThat(verifications.announcements().pending())
          .singleElement()
          .isInstanceOf(RiderErased.class);
    }
  }

  @Test
  void withoutAnythingThatRunsTheRiderIsErasedAtOnce() {
    Execution _ = server.verifications.verify(Riders.ada(), Photos.oneFace());

    assertThat(server.erasing().erase(Riders.ada()))
        .isInstanceOfSatisfying(Erased.class, erased -> assertThat(erased.profile()).isTrue());

    server.nothingIsLeft();
  }

  @Test
  void erasingAStrangerIsHarmless() {
    assertThat(server.erasing().erase(Riders.ada()))
        .isInstanceOfSatisfying(Erased.class, erased -> assertThat(erased.profile()).isFalse());
    server.nothingIsLeft();
  }

  @Test
  void theWishIsKeptWhileAPhotoIsVerifiedAndDoneWhenThatEnds() {
    Execution running = submit();

    assertThat(server.erasing().erase(Riders.ada())).isEqualTo(new Busy());
    assertThat(server.wishes.contain(Riders.ada())).isTrue();
    assertThat(server.verifications.executions().find(running.id())).isPresent();

    assertThat(server.guard().run(running.id()).status()).isEqualTo(Status.VERIFIED);
    server.nothingIsLeft();
    assertThat(server.receipts.of(Riders.ada()))
        .hasValueSatisfying(
            receipt -> {
              assertThat(receipt.executions()).isEqualTo(1);
              assertThat(receipt.photos()).hasSize(2);
            });
  }

  @Test
  void aReceiptIsForgottenWithinTheHour() {
    Execution _ = server.verifications.verify(Riders.ada(), Photos.oneFace());
    assertThat(server.erasing().erase(Riders.ada())).isNotNull();

    clock.goOn(ErasureReceipts.KEPT);

    assertThat(server.receipts.of(Riders.ada())).isEmpty();
  }

  @Test
  void meanwhileNothingIsBegunForTheRider() {
    Execution running = submit();
    assertThat(server.erasing().erase(Riders.ada())).isEqualTo(new Busy());

    assertThatExceptionOfType(BeingErasedException.class)
        .isThrownBy(
            () ->
                server
                    .submission()
                    .submit(Riders.ada(), "b.jpg", Photos.of(Person.BORIS), false, null));
    assertThat(server.verifications.photos().refs()).hasSize(1);
    assertThat(server.verifications.executions().all()).containsExactly(running);

    Execution boris =
        server.submission().submit(Riders.boris(), "b.jpg", Photos.of(Person.BORIS), false, null);
    assertThat(server.guard().run(boris.id()).status()).isEqualTo(Status.VERIFIED);
    assertThat(server.verifications.profiles().find(Riders.boris())).isPresent();
  }

  @Test
  void neitherIsAFailedVerificationBegunAnew() {
    Execution failed = submit();
    server.verifications.executions().save(failed.ended(Status.FAILED, true, clock.instant()));
    server.wishes.add(Riders.ada());

    assertThatExceptionOfType(BeingErasedException.class)
        .isThrownBy(() -> server.guard().redrive(failed.id()));
  }

  @Test
  void whatWasLetInJustBeforeKeepsTheWish() {
    Faults faults = new Faults();
    Server late = new Server(faults);
    Execution _ = late.verifications.verify(Riders.ada(), Photos.nobody());
    faults.before(
        call -> call.is(ErasureLog.class, "note"),
        () -> late.verifications.submit(Riders.ada(), Photos.oneFace(), false));

    assertThat(late.erasing().erase(Riders.ada())).isInstanceOf(Erased.class);

    assertThat(late.wishes.all()).containsExactly(Riders.ada());
  }

  @Test
  void linksEndWithTheWish() {
    RiderLinks links = links();
    String token = links.issue(Riders.ada(), Duration.ofHours(1)).token();
    Execution _ = submit();

    assertThat(server.erasing().erase(Riders.ada())).isEqualTo(new Busy());

    assertThat(links.open(token)).isInstanceOf(RiderLinks.Opened.Revoked.class);
  }

  @Test
  void whichLinksTheRiderHadIsForgottenAndNobodyElses() {
    var _ = links().issue(Riders.ada(), Duration.ofHours(1));
    RiderLinks.Issued other = links().issue(Riders.boris(), Duration.ofHours(1));

    assertThat(server.erasing().erase(Riders.ada())).isInstanceOf(Erased.class);

    assertThat(server.register.all(clock.instant(), 10))
        .extracting(NotedLink::id)
        .containsExactly(other.id());
  }

  private RiderLinks links() {
    return new RiderLinks(signatures, server.revocations(), server.register, clock);
  }

  @Test
  void nobodyIsWrittenToWhoIsToBeErased() {
    RecordingRiderNotifier notifier = new RecordingRiderNotifier();
    QuietWhileErased quiet = new QuietWhileErased(notifier, server.wishes);
    Execution _ = server.verifications.verify(Riders.ada(), Photos.nobody());
    Refusal sent = server.verifications.notifier().sent().getFirst();

    server.wishes.add(sent.rider());
    quiet.send(sent);
    assertThat(notifier.sent()).isEmpty();

    server.wishes.remove(sent.rider());
    quiet.send(sent);
    assertThat(notifier.sent()).containsExactly(sent);
  }

  @Test
  void withoutAWishNothingIsCarriedOut() {
    Execution verified = server.verifications.verify(Riders.ada(), Photos.oneFace());

    server.erasing().carryOut(Riders.ada());

    assertThat(server.verifications.executions().all()).containsExactly(verified);
  }

  @ParameterizedTest
  @EnumSource(names = {"CRASH", "CRASH_AFTERWARDS"})
  void whateverACrashInterruptsIsDoneAfterwards(Fault death) {
    int call = 0;
    while (diesErasing(++call, death)) {
      assertThat(call).isLessThan(100);
    }
    assertThat(call).isGreaterThan(12);
  }

  /** Whether there was a call of that number to die at. */
  private boolean diesErasing(int call, Fault death) {
    Faults faults = new Faults();
    Server dying = new Server(faults);
    dying.requests.open(
        new LinkRequest(Riders.ada(), null, Duration.ofDays(1), Language.ENGLISH, Instant.EPOCH));
    Execution _ = dying.verifications.verify(Riders.ada(), Photos.nobody());
    Execution _ = dying.verifications.verify(Riders.ada(), Photos.oneFace());
    faults.nth(call, death, _ -> true);
    boolean died = false;
    try {
      assertThat(dying.erasing().erase(Riders.ada())).isInstanceOf(Erased.class);
    } catch (Crash _) {
      died = true;
    }
    faults.heal();
    if (died && dying.wishes.all().isEmpty() && call <= 2) {
      assertThat(dying.verifications.profiles().all()).as("the wish was not heard").hasSize(1);
      return true;
    }
    dying.wishes.all().forEach(dying.erasing()::carryOut);
    dying.nothingIsLeft();
    Consistency.holds(dying.verifications);
    return died;
  }

  @Test
  void aPhotoThatArrivesMeanwhileIsDeleted() {
    PhotoRef photo = new PhotoRef("rider-photos", "riders/ada/me.jpg");
    server.verifications.photos().put(photo, Photos.oneFace());
    server.wishes.add(Riders.ada());
    ErasureGuard guard = server.guard();
    VerifyArrivedPhoto arrival =
        new VerifyArrivedPhoto(
            guard,
            server.verifications.executions(),
            server.verifications.photos(),
            new ExecutionRunner(
                guard,
                server.verifications.executions(),
                server.verifications.watcher(),
                new ExecutionQueue(QueueSettings.DEFAULT, Runnable::run)),
            Consents.OFF);

    assertThat(arrival.verify(new ObjectCreated(EventId.random(), photo, clock.instant())))
        .isEmpty();

    assertThat(server.verifications.photos().refs()).isEmpty();
    assertThat(server.verifications.executions().all()).isEmpty();
  }

  @Test
  void theReceiptCountsWhatWasElsewhereAndTellsNoKeyAndNobodyElse() {
    Verifications all = server.verifications;
    Execution verified = all.verify(Riders.ada(), Photos.oneFace());
    Execution refused = all.verify(Riders.boris(), Photos.oneFace());
    PhotoRef lost = new PhotoRef("rider-photos", "riders/ada/cut-short.jpg");
    all.photos().put(lost, Photos.oneFace());

    Erased erased = (Erased) server.erasing().erase(Riders.ada());

    assertThat(requireNonNull(erased.written()).receipt())
        .contains("resemblances=1", "executions=1", "photosAndThumbnails=3", "rider=ada")
        .contains("galleryLookedAt=false", "GALLERY")
        .doesNotContain("riders/", "boris", verified.id().toString());
    assertThat(all.photos().refs()).noneMatch(ref -> ref.key().startsWith("riders/ada/"));
    assertThat(all.executions().find(refused.id()))
        .hasValueSatisfying(left -> assertThat(left.toString()).contains("erased=1"));
  }

  @Test
  void nothingIsErasedWhereNoReceiptCanBeSigned() {
    Faults faults = new Faults();
    Server keyless = new Server(faults);
    Execution verified = keyless.verifications.verify(Riders.ada(), Photos.oneFace());
    faults.nth(1, Fault.FINAL, call -> call.is(ReceiptSeal.class, "prepare"));

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> keyless.erasing().erase(Riders.ada()));

    assertThat(keyless.verifications.executions().all()).containsExactly(verified);
    assertThat(keyless.wishes.all()).isEmpty();
  }

  private Execution submit() {
    return server.submission().submit(Riders.ada(), "a.jpg", Photos.oneFace(), false, null);
  }
}

package dev.riderphotos.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.access.AnswerLinkRequest.Answered;
import dev.riderphotos.language.Language;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.NewLink;
import dev.riderphotos.rider.RiderNotifier;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.InMemoryLinkRegister;
import dev.riderphotos.testkit.InMemoryLinkRequests;
import dev.riderphotos.testkit.InMemoryRevokedLinks;
import dev.riderphotos.testkit.RecordingRiderNotifier;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.SettableClock;
import dev.riderphotos.testkit.TestSignatures;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AskForLinkTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final EmailAddress ADDRESS = new EmailAddress("ada@example.com");

  private final SettableClock clock = new SettableClock();
  private final TestSignatures signatures = new TestSignatures();
  private final RevokeLinks revocations =
      new RevokeLinks(new InMemoryRevokedLinks(), signatures, clock);
  private final RiderLinks links =
      new RiderLinks(signatures, revocations, new InMemoryLinkRegister(), clock);
  private final LinkRequests requests = new InMemoryLinkRequests();
  private final RecordingRiderNotifier notifier = new RecordingRiderNotifier();
  private final AskForLink asking = new AskForLink(links, requests, clock);
  private final AnswerLinkRequest answering = new AnswerLinkRequest(requests, links, notifier);

  @Test
  void anExpiredLinkAsksAndAMailBringsTheNewOne() {
    RiderLinks.Issued old = links.issue(Riders.ada(), ADDRESS, DAY);
    clock.goOn(DAY);

    assertThat(asking.mayAsk(old.token())).isTrue();
    assertThat(asking.ask(old.token(), Language.ARABIC)).isTrue();

    assertThat(answering.answer(Riders.ada(), token -> "https://x/link?token=" + token))
        .contains(new Answered.Sent(ADDRESS));
    NewLink sent = notifier.links().getFirst();
    assertThat(sent.email()).isEqualTo(ADDRESS);
    assertThat(sent.language()).isEqualTo(Language.ARABIC);
    assertThat(links.open(sent.address().replaceAll(".*token=", "")))
        .isInstanceOfSatisfying(
            RiderLinks.Opened.Admitted.class,
            admitted -> {
              assertThat(admitted.link().email()).isEqualTo(ADDRESS);
              assertThat(admitted.link().expiresAt()).isEqualTo(clock.instant().plus(DAY));
            });
    assertThat(requests.all()).isEmpty();
  }

  @Test
  void withoutAnAddressItIsHandedOver() {
    ask(null);

    assertThat(answering.answer(Riders.ada(), token -> token))
        .hasValueSatisfying(
            answered ->
                assertThat(answered)
                    .isInstanceOfSatisfying(
                        Answered.ToHandOver.class,
                        given ->
                            assertThat(links.open(given.address()))
                                .isInstanceOf(RiderLinks.Opened.Admitted.class)));
    assertThat(notifier.links()).isEmpty();
    assertThat(answering.answer(Riders.ada(), token -> token)).isEmpty();
  }

  @Test
  void whoAsksTwiceHasAskedOnce() {
    ask(ADDRESS);
    ask(ADDRESS);

    assertThat(requests.all()).hasSize(1);
  }

  @Test
  void whatIsNoneOfOursOrWasRevokedOrIsTooOldOrStillGoodAsksForNothing() {
    RiderLinks.Issued revoked = links.issue(Riders.ada(), DAY);
    RiderLinks.Issued old = links.issue(Riders.ada(), DAY);
    RiderLinks.Issued good = links.issue(Riders.ada(), Duration.ofDays(300));
    assertThat(revocations.revoke(revoked.id())).isTrue();
    clock.goOn(DAY);
    assertRefused(revoked.token());
    assertRefused(old.token() + "0");
    assertRefused("");
    assertRefused(good.token());

    clock.goOn(Duration.ofDays(90).minusSeconds(1));
    assertThat(asking.mayAsk(old.token())).isTrue();
    clock.goOn(Duration.ofSeconds(1));
    assertRefused(old.token());
    assertThat(requests.all()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FINAL", "ANSWER_LOST_FOR_GOOD"})
  void aMailThatCannotBeSentLeavesTheRequestOpen(Fault fault) {
    Faults faults = new Faults();
    faults.nth(1, fault, _ -> true);
    AnswerLinkRequest failing =
        new AnswerLinkRequest(requests, links, faults.around(RiderNotifier.class, notifier));
    ask(ADDRESS);

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> failing.answer(Riders.ada(), token -> token));
    assertThat(requests.all()).hasSize(1);

    assertThat(failing.answer(Riders.ada(), token -> token)).contains(new Answered.Sent(ADDRESS));
  }

  private void ask(@Nullable EmailAddress address) {
    RiderLinks.Issued old = links.issue(Riders.ada(), address, DAY);
    clock.goOn(DAY);
    assertThat(asking.ask(old.token(), Language.ENGLISH)).isTrue();
  }

  private void assertRefused(String token) {
    assertThat(asking.mayAsk(token)).isFalse();
    assertThat(asking.ask(token, Language.ENGLISH)).isFalse();
  }
}

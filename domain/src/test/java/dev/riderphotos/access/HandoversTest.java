package dev.riderphotos.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.Handovers.Opened;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.testkit.InMemoryLinkRegister;
import dev.riderphotos.testkit.InMemoryRevokedLinks;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.SettableClock;
import dev.riderphotos.testkit.TestSignatures;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HandoversTest {
  private final SettableClock clock = new SettableClock();
  private final TestSignatures signatures = new TestSignatures();
  private final InMemoryRevokedLinks revoked = new InMemoryRevokedLinks();
  private final RevokeLinks revocations = new RevokeLinks(revoked, signatures, clock);
  private final RiderLinks links =
      new RiderLinks(signatures, revocations, new InMemoryLinkRegister(), clock);
  private final Handovers handovers = new Handovers(signatures, revoked, revocations, clock);

  @Test
  void aSessionGoesOnElsewhereAsItIs() {
    Session.OfRider session = session(Duration.ofDays(1));
    String token = handovers.issue(session);
    clock.goOn(Duration.ofMinutes(4));

    assertThat(handovers.look(token)).isEqualTo(new Opened.Admitted(session));
    assertThat(handovers.look(token))
        .as("looking is not using")
        .isInstanceOf(Opened.Admitted.class);
  }

  @Test
  void itIsUsedOnce() {
    Session.OfRider session = session(Duration.ofDays(1));
    String token = handovers.issue(session);
    String another = handovers.issue(session);

    assertThat(handovers.use(token)).isTrue();
    assertThat(handovers.use("no token")).isTrue();

    assertThat(handovers.look(token)).isInstanceOf(Opened.Over.class);
    assertThat(handovers.use(token)).as("who looked in time, and came second").isFalse();
    assertThat(handovers.look(another)).isInstanceOf(Opened.Admitted.class);
  }

  @Test
  void itEndsAfterFiveMinutesOrWithItsLink() {
    String token = handovers.issue(session(Duration.ofDays(1)));
    String ofShort = handovers.issue(session(Duration.ofMinutes(2)));
    clock.goOn(Duration.ofMinutes(2));
    assertThat(handovers.look(ofShort)).isInstanceOf(Opened.Over.class);
    assertThat(handovers.look(token)).isInstanceOf(Opened.Admitted.class);

    clock.goOn(Duration.ofMinutes(3));

    assertThat(handovers.look(token)).isInstanceOf(Opened.Over.class);
  }

  @Test
  void whoseLinksAreRevokedGoesOnNowhere() {
    String token = handovers.issue(session(Duration.ofDays(1)));

    revocations.revokeAll(Riders.ada());

    assertThat(handovers.look(token)).isInstanceOf(Opened.Over.class);
  }

  @Test
  void whatIsNotOursOpensNothing() {
    String token = handovers.issue(session(Duration.ofDays(1)));
    String link = links.issue(Riders.ada(), Duration.ofDays(1)).token();

    assertThat(handovers.look(token + "0")).isInstanceOf(Opened.Forged.class);
    assertThat(handovers.look(link)).isInstanceOf(Opened.Forged.class);
    assertThat(links.open(token)).isInstanceOf(RiderLinks.Opened.Forged.class);
  }

  private Session.OfRider session(Duration validFor) {
    String token = links.issue(Riders.ada(), new EmailAddress("ada@example.com"), validFor).token();
    RiderLinks.Opened opened = links.open(token);
    assertThat(opened).isInstanceOf(RiderLinks.Opened.Admitted.class);
    return new Session.OfRider(((RiderLinks.Opened.Admitted) opened).link(), clock.instant());
  }
}

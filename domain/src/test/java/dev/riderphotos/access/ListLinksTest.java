package dev.riderphotos.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riderphotos.access.ListLinks.Listed;
import dev.riderphotos.access.RiderLinks.Issued;
import dev.riderphotos.testkit.InMemoryLinkRegister;
import dev.riderphotos.testkit.InMemoryRevokedLinks;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.SettableClock;
import dev.riderphotos.testkit.TestSignatures;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ListLinksTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final SettableClock clock = new SettableClock();
  private final TestSignatures signatures = new TestSignatures();
  private final InMemoryLinkRegister register = new InMemoryLinkRegister();
  private final RevokeLinks revocations =
      new RevokeLinks(new InMemoryRevokedLinks(), signatures, clock);
  private final RiderLinks links = new RiderLinks(signatures, revocations, register, clock);
  private final ListLinks list = new ListLinks(register, revocations, clock);

  @Test
  void worksWhenEmpty() {
    assertThat(list.all(10)).isEmpty();
    assertThat(list.of(Riders.ada(), 10)).isEmpty();
  }

  @Test
  void aLinkIsListedUntilItExpires() {
    Issued link = links.issue(Riders.ada(), DAY);
    NotedLink noted = new NotedLink(link.id(), Riders.ada(), clock.instant(), link.expiresAt());

    assertThat(list.of(Riders.ada(), 10)).containsExactly(new Listed(noted, false));
    assertThat(list.of(Riders.boris(), 10)).isEmpty();
    clock.goOn(DAY);
    assertThat(list.of(Riders.ada(), 10)).isEmpty();
  }

  @Test
  void aRevokedOneSaysSo() {
    Issued one = links.issue(Riders.ada(), DAY);
    Issued other = links.issue(Riders.ada(), DAY);

    assertThat(revocations.revoke(one.id())).isTrue();

    assertThat(list.all(10))
        .extracting(each -> each.link().id(), Listed::revoked)
        .containsExactlyInAnyOrder(tuple(one.id(), true), tuple(other.id(), false));
  }

  @Test
  void allOfARiderSaySoButThoseThatWereMadeSince() {
    Issued before = links.issue(Riders.ada(), DAY);
    Issued others = links.issue(Riders.boris(), DAY);
    revocations.revokeAll(Riders.ada());
    clock.goOn(Duration.ofMillis(1));
    Issued since = links.issue(Riders.ada(), DAY);

    assertThat(list.all(10))
        .extracting(each -> each.link().id(), Listed::revoked)
        .containsExactly(
            tuple(since.id(), false), tuple(before.id(), true), tuple(others.id(), false));
  }
}

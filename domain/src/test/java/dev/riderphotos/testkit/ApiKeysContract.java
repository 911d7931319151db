package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.CreateApiKey.Created;
import dev.riderphotos.access.KeyId;
import dev.riderphotos.access.KeySecret;
import dev.riderphotos.access.RecogniseKey;
import dev.riderphotos.access.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link ApiKeys} keeps, seen through the use cases that hash for it. */
public abstract class ApiKeysContract {
  private static final Instant MADE = Instant.parse("2026-01-01T00:00:00.123456789Z");
  private static final int NANOS = 123_456_789;

  private final TickingClock clock = new TickingClock();

  /** No keys; the same ones whenever they are asked for in one test. */
  protected abstract ApiKeys keys();

  @Test
  void worksWhenEmpty() {
    KeyId stranger = new KeyId("0123456789ab");
    keys().used(stranger, MADE);

    assertThat(keys().list()).isEmpty();
    assertThat(keys().find(stranger)).isEmpty();
    assertThat(keys().revoke(stranger)).isEmpty();
    assertThat(recognised(KeySecret.of("rpk_"))).isEmpty();
  }

  @Test
  void keepsEverythingOfAKey() {
    ApiKey one = create("the gate's, 100 % ☕", EnumSet.allOf(Scope.class)).key();
    ApiKey other = create("", Set.of(Scope.SEARCH)).key();

    assertThat(keys().list()).containsExactly(one, other);
    assertThat(keys().find(one.id())).contains(one);
    assertThat(keys().find(other.id())).contains(other);
  }

  @Test
  void theOldestComeFirstHoweverTheyWereAdded() {
    List<ApiKey> made =
        Stream.of(3, 1, 2).map(second -> create(MADE.plusSeconds(second)).key()).toList();

    assertThat(keys().list()).containsExactly(made.get(1), made.get(2), made.get(0));
  }

  @Test
  void knowsAKeyByItsSecretAlone() {
    Created one = create("one", Set.of(Scope.INDEX));
    Created other = create("other", Set.of(Scope.SEARCH));

    assertThat(recognised(one.secret())).contains(one.key());
    assertThat(recognised(other.secret())).contains(other.key());
    assertThat(recognised(KeySecret.of(one.key().id().value()))).isEmpty();
    assertThat(recognised(KeySecret.of(one.secret().reveal() + "x"))).isEmpty();
    assertThat(recognised(KeySecret.of(""))).isEmpty();
  }

  @Test
  void notesTheLastUse() {
    ApiKey key = create("gate", Set.of(Scope.INDEX)).key();

    keys().used(key.id(), MADE.plusSeconds(1));
    keys().used(key.id(), MADE.plusSeconds(2));

    assertThat(keys().find(key.id()).map(ApiKey::lastUsedAt)).contains(MADE.plusSeconds(2));
  }

  @Test
  void aRevokedKeyIsGone() {
    Created gone = create("gone", Set.of(Scope.INDEX));
    Created kept = create("kept", Set.of(Scope.INDEX));

    assertThat(keys().revoke(gone.key().id())).contains(gone.key());
    assertThat(keys().revoke(gone.key().id())).isEmpty();

    assertThat(recognised(gone.secret())).isEmpty();
    assertThat(keys().find(gone.key().id())).isEmpty();
    assertThat(keys().list()).containsExactly(kept.key());
  }

  private Created create(String name, Set<Scope> scopes) {
    Instant made = clock.instant().plusNanos(NANOS);
    return new CreateApiKey(keys(), InstantSource.fixed(made)).create(name, scopes);
  }

  private Created create(Instant made) {
    return new CreateApiKey(keys(), InstantSource.fixed(made)).create("", Set.of(Scope.INDEX));
  }

  private Optional<ApiKey> recognised(KeySecret secret) {
    return new RecogniseKey(keys(), InstantSource.fixed(MADE)).recognise(secret);
  }
}

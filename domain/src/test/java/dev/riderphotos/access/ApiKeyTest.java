package dev.riderphotos.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.testkit.InMemoryApiKeys;
import dev.riderphotos.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApiKeyTest {
  private final SettableClock clock = new SettableClock();
  private final ApiKeys keys = new InMemoryApiKeys();
  private final CreateApiKey creation = new CreateApiKey(keys, clock);

  @Test
  void aSecretIsLongRandomAndToldByItsPrefix() {
    assertThat(IntStream.range(0, 1000).mapToObj(_ -> KeySecret.random().reveal()))
        .doesNotHaveDuplicates()
        .allMatch(secret -> secret.matches("rpk_[A-Za-z0-9_-]{43}"));
  }

  @Test
  void aSecretDoesNotSlipOut() {
    KeySecret secret = KeySecret.random();

    assertThat(secret.toString()).isEqualTo("rpk_…");
    assertThat(secret.hash().value()).doesNotContain(secret.reveal());
  }

  @Test
  void useIsNotedByTheHour() {
    KeySecret secret = creation.create("", Set.of(Scope.INDEX)).secret();
    RecogniseKey recognise = new RecogniseKey(keys, clock);
    Instant first = clock.instant();

    assertThat(recognise.recognise(secret)).isPresent();
    clock.goOn(Duration.ofMinutes(59));
    assertThat(recognise.recognise(secret).map(ApiKey::lastUsedAt)).contains(first);
    clock.goOn(Duration.ofMinutes(2));
    Optional<ApiKey> _ = recognise.recognise(secret);

    assertThat(keys.list()).extracting(ApiKey::lastUsedAt).containsExactly(clock.instant());
  }

  @Test
  void aKeyNeedsAScopeAndAPlainName() {
    assertThatThrownBy(() -> creation.create("", Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> creation.create("a\nb", Set.of(Scope.INDEX)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> creation.create("x".repeat(101), Set.of(Scope.INDEX)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Scope.of("everything"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[index, search, verify, review, operate]");
  }
}

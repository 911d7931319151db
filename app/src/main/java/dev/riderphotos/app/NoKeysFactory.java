package dev.riderphotos.app;

import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.KeyHash;
import dev.riderphotos.access.KeyId;
import dev.riderphotos.access.Signatures;
import dev.riderphotos.embedded.SigningKey;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where nothing is kept on this machine there are no keys yet, so that demo mode alone works. */
@Factory
@Requires(property = Adapters.LOCAL, value = "false")
final class NoKeysFactory {
  @Singleton
  Signatures signatures() {
    return SigningKey.ofThisProcess();
  }

  @Singleton
  ApiKeys keys() {
    return new NoKeys();
  }

  /** Never holds any. */
  private static final class NoKeys implements ApiKeys {
    @Override
    public void add(ApiKey key, KeyHash hash) {
      throw new CommandException(
          ExitCode.USAGE, "Keys are kept on this machine alone: one adapter at least must be, too");
    }

    @Override
    public Optional<ApiKey> find(KeyHash hash) {
      return Optional.empty();
    }

    @Override
    public Optional<ApiKey> find(KeyId id) {
      return Optional.empty();
    }

    @Override
    public List<ApiKey> list() {
      return List.of();
    }

    @Override
    public void used(KeyId id, Instant at) {
      // There is none to have been used.
    }

    @Override
    public Optional<ApiKey> revoke(KeyId id) {
      return Optional.empty();
    }
  }
}

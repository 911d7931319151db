package dev.riderphotos.access;

import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;

/** Makes a key. Its secret is told here and never again. */
public final class CreateApiKey {
  private final ApiKeys keys;
  private final InstantSource clock;

  public CreateApiKey(ApiKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** A key and its secret. */
  public record Created(ApiKey key, KeySecret secret) {}

  public Created create(String name, Set<Scope> scopes) {
    return create(name, scopes, _ -> {});
  }

  /**
   * Makes a key that somebody has to hear of first.
   *
   * @param told hears of it before it is good for anything
   */
  public Created create(String name, Set<Scope> scopes, Consumer<ApiKey> told) {
    KeySecret secret = KeySecret.random();
    ApiKey key = new ApiKey(KeyId.random(), name, scopes, clock.instant(), null);
    told.accept(key);
    keys.add(key, secret.hash());
    return new Created(key, secret);
  }
}

package dev.riderphotos.access;

import java.time.InstantSource;
import java.util.Set;

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
    KeySecret secret = KeySecret.random();
    ApiKey key = new ApiKey(KeyId.random(), name, scopes, clock.instant(), null);
    keys.add(key, secret.hash());
    return new Created(key, secret);
  }
}

package dev.riderphotos.web.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.Scope;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A valid key, without what makes it one.
 *
 * @param lastUsedAt to the hour; null if it never was
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KeyAnswer(
    String id, String name, List<String> scopes, Instant createdAt, @Nullable Instant lastUsedAt) {
  static KeyAnswer of(ApiKey key) {
    return new KeyAnswer(
        key.id().value(),
        key.name(),
        key.scopes().stream().sorted().map(Scope::toString).toList(),
        key.createdAt(),
        key.lastUsedAt());
  }

  /** All of them, the oldest first. */
  @Serdeable
  public record Keys(List<KeyAnswer> keys) {}

  /**
   * A key that was just made.
   *
   * @param secret told this once, and kept nowhere
   */
  @Serdeable
  public record Made(KeyAnswer key, String secret) {}
}

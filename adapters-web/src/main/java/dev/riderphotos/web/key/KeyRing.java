package dev.riderphotos.web.key;

import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.KeyId;
import dev.riderphotos.access.Scope;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes keys and ends them, for the API and the pages alike. */
@Singleton
class KeyRing {
  private final ApiKeys keys;
  private final CreateApiKey creation;

  KeyRing(ApiKeys keys, CreateApiKey creation) {
    this.keys = keys;
    this.creation = creation;
  }

  /** What ending a key would do to whoever ends it. */
  enum Harm {
    /** The caller signed in with it, or calls with it. */
    OWN_KEY,
    /** Nobody could be an operator any more, but by the command line. */
    LAST_OPERATOR_KEY
  }

  List<ApiKey> all() {
    return keys.list();
  }

  CreateApiKey.Created make(@Nullable String name, @Nullable List<String> scopes) {
    if (scopes == null || scopes.isEmpty()) {
      throw ProblemException.field("scopes", "scopes names one or more");
    }
    var wanted =
        ProblemException.unless(
            "scopes", () -> scopes.stream().map(Scope::of).collect(Collectors.toSet()));
    String called = name == null ? "" : name.strip();
    return ProblemException.unless("name", () -> creation.create(called, wanted));
  }

  ApiKey find(String id) {
    KeyId key = ProblemException.unless(() -> new KeyId(id));
    return keys.find(key).orElseThrow(KeyRing::unknown);
  }

  /** Empty if it does no harm. The last key is worse than one's own. */
  Optional<Harm> harm(Caller caller, ApiKey key) {
    boolean last =
        key.allows(Scope.OPERATE)
            && keys.list().stream()
                .noneMatch(other -> other.allows(Scope.OPERATE) && !other.id().equals(key.id()));
    if (last) {
      return Optional.of(Harm.LAST_OPERATOR_KEY);
    }
    boolean own = caller.key().filter(mine -> mine.id().equals(key.id())).isPresent();
    return own ? Optional.of(Harm.OWN_KEY) : Optional.empty();
  }

  /**
   * Ends the key, and what is signed in with it, at once.
   *
   * @param anyway also if that does harm
   * @throws ProblemException if there is no such key, or it would do harm
   */
  ApiKey revoke(Caller caller, String id, boolean anyway) {
    ApiKey key = find(id);
    Optional<Harm> harm = anyway ? Optional.empty() : harm(caller, key);
    if (harm.isPresent()) {
      throw new ProblemException(HttpStatus.CONFLICT, harm.get().name(), sentence(harm.get()));
    }
    return keys.revoke(key.id()).orElseThrow(KeyRing::unknown);
  }

  private static String sentence(Harm harm) {
    return switch (harm) {
      case OWN_KEY -> "This is the key that you are using. Say anyway=true if you mean it.";
      case LAST_OPERATOR_KEY ->
          "This is the last key of an operator: without it, keys are made by the command line"
              + " alone. Say anyway=true if you mean it.";
    };
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("There is no such key.");
  }
}

package dev.riderphotos.rekognition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may sign requests: access key ids and their secrets, which are never shown. */
public final class AccessKeys {
  private final Map<String, String> secrets;

  private AccessKeys(Map<String, String> secrets) {
    this.secrets = Map.copyOf(secrets);
  }

  /**
   * Reads the keys.
   *
   * @param keys each an id, a colon and the secret; none leaves the endpoint open to everybody
   */
  public static AccessKeys of(List<String> keys) {
    Map<String, String> secrets = new LinkedHashMap<>();
    for (String key : keys) {
      String[] parts = key.strip().split(":", 2);
      if (parts.length != 2 || !parts[0].matches("\\w{1,128}") || parts[1].isBlank()) {
        throw new IllegalArgumentException("An access key is an id, a colon and a secret");
      }
      secrets.put(parts[0], parts[1]);
    }
    return new AccessKeys(secrets);
  }

  boolean open() {
    return secrets.isEmpty();
  }

  Optional<String> secretOf(String id) {
    return Optional.ofNullable(secrets.get(id));
  }

  @Override
  public String toString() {
    return "AccessKeys[" + secrets.size() + "]";
  }
}

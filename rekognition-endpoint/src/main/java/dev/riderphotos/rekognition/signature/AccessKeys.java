package dev.riderphotos.rekognition.signature;

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
   * @param keys at least one, each an id, a colon and the secret
   */
  public static AccessKeys of(List<String> keys) {
    Map<String, String> secrets = new LinkedHashMap<>();
    for (String key : keys) {
      String[] parts = key.strip().split(":", 2);
      if (parts.length != 2 || !parts[0].matches("\\w{1,128}") || parts[1].isBlank()) {
        throw new IllegalArgumentException(
            "each key is an id, a colon and a secret, as in AKIDEXAMPLE:secret");
      }
      if (secrets.put(parts[0], parts[1]) != null) {
        throw new IllegalArgumentException("two keys have the id " + parts[0]);
      }
    }
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("there is no key; leave the setting out to have none");
    }
    return new AccessKeys(secrets);
  }

  Optional<String> secretOf(String id) {
    return Optional.ofNullable(secrets.get(id));
  }

  @Override
  public String toString() {
    return "AccessKeys[" + secrets.size() + "]";
  }
}

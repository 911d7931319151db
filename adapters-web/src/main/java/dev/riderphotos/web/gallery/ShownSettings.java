package dev.riderphotos.web.gallery;

import dev.riderphotos.web.SecretSettings;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The settings as they may be shown: in order, and of a secret only that it is set.
 *
 * @param faceModel of collections that are not made yet
 * @param detector in which numbers our own engine looks for faces
 * @param decoder which one reads plain JPEGs; it may have to be loaded first
 * @param bucket where the gallery's photos are kept
 * @param settings by their full names
 */
public record ShownSettings(
    String faceModel,
    Optional<String> detector,
    Supplier<String> decoder,
    String bucket,
    SortedMap<String, Object> settings) {
  private static final String MASK = "***MASKED***";
  private static final String ACCOUNT_MASK = "****";
  private static final String ACCOUNT = "(?i).*account";

  /** Lists the settings that are set, with a mask on what nobody is to see. */
  SortedMap<String, Object> shown() {
    return settings.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, ShownSettings::masked, (one, _) -> one, TreeMap::new));
  }

  private static Object masked(Map.Entry<String, Object> setting) {
    if (SecretSettings.is(setting.getKey())) {
      return MASK;
    }
    return setting.getKey().matches(ACCOUNT) ? ACCOUNT_MASK : setting.getValue();
  }
}

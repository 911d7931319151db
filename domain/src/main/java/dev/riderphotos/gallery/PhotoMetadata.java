package dev.riderphotos.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the sender tells of a photo, by names in lower case: as on S3, at most 2 KB in UTF-8, names
 * and values together.
 */
public record PhotoMetadata(SortedMap<String, String> entries) {
  public static final PhotoMetadata NONE = new PhotoMetadata(new TreeMap<>());

  private static final int MAX_BYTES = 2048;

  public PhotoMetadata {
    SortedMap<String, String> lower = new TreeMap<>();
    entries.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    if (lower.entrySet().stream().mapToInt(PhotoMetadata::size).sum() > MAX_BYTES) {
      throw new IllegalArgumentException("Metadata has at most 2 KB, names and values together");
    }
    entries = Collections.unmodifiableSortedMap(lower);
  }

  private static int size(Map.Entry<String, String> entry) {
    return entry.getKey().getBytes(UTF_8).length + entry.getValue().getBytes(UTF_8).length;
  }
}

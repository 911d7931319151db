package dev.riderphotos.photo;

import java.nio.charset.StandardCharsets;

/**
 * Where a photo is kept, as S3 says it.
 *
 * @param bucket 3 to 63 lower-case letters, digits, dots and hyphens
 * @param key 1 to 1,024 bytes of UTF-8; any text, it is a name and never a path
 */
public record PhotoRef(String bucket, String key) {
  public PhotoRef {
    if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
      throw new IllegalArgumentException("Not a bucket name: " + bucket);
    }
    int length = key.getBytes(StandardCharsets.UTF_8).length;
    if (length < 1 || length > ObjectKeys.MAX_BYTES) {
      throw new IllegalArgumentException("A key has 1 to 1024 bytes, this one has " + length);
    }
  }

  /** The same key with {@code prefix} before its file name, in another bucket. */
  public PhotoRef sibling(String otherBucket, String prefix) {
    int name = key.lastIndexOf('/') + 1;
    return new PhotoRef(otherBucket, key.substring(0, name) + prefix + key.substring(name));
  }
}

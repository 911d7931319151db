package dev.riderphotos.imaging;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The profiles that were asked for last. Setting one up takes milliseconds, and cameras have few.
 */
final class KnownProfiles {
  private static final int MOST = 8;

  /** Those of displays and cameras have less; only printers' have more. */
  private static final int MOST_BYTES = 64 << 10;

  private final Function<byte[], Optional<ColourProfile>> setUp;
  private final Map<ByteBuffer, Optional<ColourProfile>> known = new LinkedHashMap<>(16, 1, true);

  KnownProfiles(Function<byte[], Optional<ColourProfile>> setUp) {
    this.setUp = setUp;
  }

  /** Who asks for a new one is waited for. */
  Optional<ColourProfile> of(byte[] data) {
    return data.length > MOST_BYTES ? setUp.apply(data) : remembered(data);
  }

  private synchronized Optional<ColourProfile> remembered(byte[] data) {
    Optional<ColourProfile> profile =
        known.computeIfAbsent(ByteBuffer.wrap(data), _ -> setUp.apply(data));
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
    return profile;
  }
}

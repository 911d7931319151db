package dev.riderphotos.engine;

import java.util.EnumMap;
import java.util.Map;

/** Opened once for all tests: it takes a second. They end with the JVM. */
final class Engines {
  private static final Map<ModelVersion, FaceEngine> OPEN = new EnumMap<>(ModelVersion.class);

  private Engines() {}

  static synchronized FaceEngine of(ModelVersion version) {
    return OPEN.computeIfAbsent(version, FaceEngine::open);
  }
}

package dev.riderphotos.engine;

import dev.riderphotos.engine.model.BaseModel;
import java.util.EnumMap;
import java.util.Map;

/** Opened once for all tests: it takes a second. They end with the JVM. */
final class Engines {
  private static final Map<BaseModel, FaceEngine> OPEN = new EnumMap<>(BaseModel.class);

  private Engines() {}

  static synchronized FaceEngine of(BaseModel version) {
    return OPEN.computeIfAbsent(version, FaceEngine::open);
  }
}

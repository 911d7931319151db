package dev.riderphotos.app.wiring;

import dev.riderphotos.app.server.LoadingEngines;
import dev.riderphotos.embedded.engine.EngineFaceAnalysis;
import dev.riderphotos.embedded.engine.EngineFaceCollections;
import dev.riderphotos.embedded.engine.EngineFaceDetector;
import dev.riderphotos.embedded.engine.EngineRiderFaces;
import dev.riderphotos.embedded.engine.LoadedCollections;
import dev.riderphotos.embedded.sqlite.Database;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Finds and compares faces by our own engine. */
@Factory
@Requires(property = Adapters.FACES, value = EngineFactory.NAME)
final class EngineFactory {
  static final String NAME = "embedded";

  @Singleton
  @Bean(preDestroy = "close")
  LoadingEngines engines(Settings.Faces faces) {
    return new LoadingEngines(faces.version());
  }

  @Singleton
  EngineFaceDetector detector(LoadingEngines engines, Settings.Faces faces) {
    return new EngineFaceDetector(() -> engines.apply(faces.version()));
  }

  @Singleton
  EngineFaceAnalysis analysis(LoadingEngines engines, Settings.Faces faces) {
    return new EngineFaceAnalysis(() -> engines.apply(faces.version()));
  }

  @Singleton
  LoadedCollections loadedCollections(
      Database database, InstantSource clock, Settings.Limits limits) {
    return new LoadedCollections(database, clock, MemoryPlan.faces(limits));
  }

  @Singleton
  EngineFaceCollections collections(
      LoadedCollections loaded, LoadingEngines engines, Settings.Faces faces) {
    return new EngineFaceCollections(loaded, engines, faces.version());
  }

  @Singleton
  EngineRiderFaces collection(
      LoadedCollections loaded, Settings.Faces faces, Settings.Riders riders) {
    return new EngineRiderFaces(
        loaded, faces.collectionId(), faces.version(), riders.duplicateRule());
  }
}

package dev.riderphotos.app.wiring;

import dev.riderphotos.app.server.LoadingEngines;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.engine.DetectorOfFolder;
import dev.riderphotos.embedded.engine.EngineCollectionUsers;
import dev.riderphotos.embedded.engine.EngineDuplicateBar;
import dev.riderphotos.embedded.engine.EngineFaceAnalysis;
import dev.riderphotos.embedded.engine.EngineFaceCollections;
import dev.riderphotos.embedded.engine.EngineFaceDetector;
import dev.riderphotos.embedded.engine.EngineRiderFaces;
import dev.riderphotos.embedded.engine.LiveModel;
import dev.riderphotos.embedded.engine.LoadedCollections;
import dev.riderphotos.embedded.model.ModelPacks;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.engine.DetectorPrecision;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.LiveCollections;
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
  ModelPacks packs(DataFolder folder) {
    return new ModelPacks(folder.files().models());
  }

  /** The model of new collections. */
  @Singleton
  FaceModel model(ModelPacks packs, Settings.Faces faces) {
    return packs.model(faces.version());
  }

  @Singleton
  LiveModel liveModel(LoadedCollections loaded, LiveCollections live, FaceModel first) {
    return new LiveModel(loaded, live, first);
  }

  @Singleton
  @Bean(preDestroy = "close")
  LoadingEngines engines(LiveModel model, DetectorPrecision precision) {
    return new LoadingEngines(model, precision);
  }

  /** The folder's own, unless the setting says one. */
  @Singleton
  DetectorPrecision precision(DataFolder folder, Settings.Faces faces) {
    return new DetectorOfFolder(folder)
        .precision(faces.precision(), DetectorPrecision::ofProcessor);
  }

  @Singleton
  EngineFaceDetector detector(LoadingEngines engines, LiveModel model) {
    return new EngineFaceDetector(engines, model);
  }

  @Singleton
  EngineFaceAnalysis analysis(LoadingEngines engines, LiveModel model, ModelPacks packs) {
    return new EngineFaceAnalysis(engines, model, packs::model);
  }

  @Singleton
  LoadedCollections loadedCollections(
      Database database, InstantSource clock, DataFolder folder, ModelPacks packs) {
    return new LoadedCollections(database, clock, VectorFiles.of(folder), packs::model);
  }

  @Singleton
  EngineFaceCollections collections(
      LoadedCollections loaded, LoadingEngines engines, FaceModel model) {
    return new EngineFaceCollections(loaded, engines, model);
  }

  @Singleton
  EngineCollectionUsers users(LoadedCollections loaded, LoadingEngines engines) {
    return new EngineCollectionUsers(loaded, engines);
  }

  @Singleton
  EngineRiderFaces collection(
      LoadedCollections loaded,
      LiveCollections live,
      FaceCounterparts counterparts,
      FaceModel first,
      Settings.Riders riders,
      Settings.Reviews reviews) {
    return new EngineRiderFaces(
        loaded, live, counterparts, first, riders.duplicateRule(), reviews.nearness(riders));
  }

  @Singleton
  EngineDuplicateBar duplicateBar(ModelPacks packs, Settings.Riders riders) {
    return new EngineDuplicateBar(packs::model, riders.duplicateRule());
  }
}

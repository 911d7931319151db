package dev.riderphotos.app.server;

import dev.riderphotos.BackendException;
import dev.riderphotos.engine.DetectorPrecision;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.engine.FaceEngines;
import dev.riderphotos.engine.UnusableModelException;
import dev.riderphotos.engine.model.FaceModel;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A face engine for each model: the usual one is opened beside whatever else is to be done at the
 * start, another when a collection of that model is first used.
 */
public final class LoadingEngines implements Function<FaceModel, FaceEngine>, AutoCloseable {
  private final FaceEngines engines;
  private final CompletableFuture<Void> opening;

  /**
   * Begins to open an engine.
   *
   * @param usual which model it is of
   * @param precision in which faces are looked for, whatever the model
   */
  public LoadingEngines(Supplier<FaceModel> usual, DetectorPrecision precision) {
    engines = new FaceEngines(precision);
    opening = CompletableFuture.runAsync(() -> apply(usual.get()));
  }

  /**
   * Waits until the engine is open.
   *
   * @throws BackendException when it cannot be, with what is wrong
   */
  @Override
  public FaceEngine apply(FaceModel model) {
    try {
      return engines.of(model);
    } catch (UnusableModelException unusable) {
      throw new BackendException("open a face engine: " + unusable.getMessage(), false, unusable);
    }
  }

  @Override
  public void close() {
    Void _ = opening.exceptionally(_ -> null).join(); // who asks for the engine hears of a fault
    engines.close();
  }
}

package dev.riderphotos.app;

import dev.riderphotos.faces.FaceEngine;
import dev.riderphotos.faces.ModelVersion;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The face engine, opened beside whatever else is to be done at the start. */
final class LoadingEngine implements Supplier<FaceEngine>, AutoCloseable {
  private final CompletableFuture<FaceEngine> engine;

  LoadingEngine(ModelVersion version) {
    this.engine = CompletableFuture.supplyAsync(() -> FaceEngine.open(version));
  }

  /** Waits until it is open. */
  @Override
  public FaceEngine get() {
    return engine.join();
  }

  @Override
  public void close() {
    engine.join().close();
  }
}

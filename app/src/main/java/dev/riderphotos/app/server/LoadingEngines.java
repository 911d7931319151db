package dev.riderphotos.app.server;

import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.engine.ModelVersion;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A face engine for each model version: the usual one is opened beside whatever else is to be done
 * at the start, another when a collection of that version is first used.
 */
public final class LoadingEngines implements Function<ModelVersion, FaceEngine>, AutoCloseable {
  private final Map<ModelVersion, CompletableFuture<FaceEngine>> engines =
      new ConcurrentHashMap<>();

  public LoadingEngines(ModelVersion usual) {
    CompletableFuture<FaceEngine> _ = opened(usual);
  }

  /** Waits until the engine is open. */
  @Override
  public FaceEngine apply(ModelVersion version) {
    return opened(version).join();
  }

  @Override
  public void close() {
    engines.values().forEach(engine -> engine.join().close());
  }

  private CompletableFuture<FaceEngine> opened(ModelVersion version) {
    return engines.computeIfAbsent(
        version, wanted -> CompletableFuture.supplyAsync(() -> FaceEngine.open(wanted)));
  }
}

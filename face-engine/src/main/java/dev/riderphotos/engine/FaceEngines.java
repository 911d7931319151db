package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.NativeGate;
import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.engine.model.FaceModel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Face engines of several models side by side, which share the networks that they have in common.
 * Each is opened when it is first asked for. Any number of threads may ask.
 */
public final class FaceEngines implements AutoCloseable {
  private final Networks networks = new Networks(FaceEngine::packedFile);
  private final DetectorPrecision precision;
  private final Map<FaceModel, FaceEngine> open = new ConcurrentHashMap<>();

  /** Faces are looked for in floats. */
  public FaceEngines() {
    this(DetectorPrecision.FLOAT);
  }

  /** Opens nothing yet. */
  public FaceEngines(DetectorPrecision precision) {
    this.precision = precision;
  }

  /**
   * The engine of a model; waits until it is open. Closing it is not the caller's task.
   *
   * @throws UnusableModelException when its networks are missing or damaged, or cannot run on this
   *     machine; the next call tries again
   */
  public FaceEngine of(FaceModel model) {
    return open.computeIfAbsent(
        model,
        wanted -> FaceEngine.open(wanted, LandmarkOrigin.CROP, precision, networks, () -> {}));
  }

  /**
   * Waits until no network runs in this process, and has whoever would run one from now on wait for
   * ever: for the end of a process, which crashes while networks run.
   *
   * @param patience after which it is waited for no longer
   */
  public static void freeze(Duration patience) throws InterruptedException {
    boolean _ = NativeGate.ONNX_RUNTIME.shut(patience);
  }

  /** Waits for what is being analysed, then frees the native memory. */
  @Override
  public void close() {
    open.values().forEach(FaceEngine::close);
    networks.close();
  }
}

package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.engine.internal.network.WeightFiles;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelVersion;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Finds and describes the faces of pictures. Needs nothing but the processor: the networks are in
 * the jar. Opening takes about a second and some 200 MB of native memory, so open one and share it:
 * any number of threads may use it at once.
 *
 * <pre>{@code
 * try (FaceEngine engine = FaceEngine.open(FaceModel.of(BaseModel.FACEAPI_2))) {
 *   List<Face> faces = engine.analyse(RgbImage.ofBgr(width, height, bytes));
 * }
 * }</pre>
 */
public final class FaceEngine implements AutoCloseable {
  private static final int ENOUGH = 960;

  private final FaceModel model;
  private final FaceAnalysis analysis;
  private final Runnable freeing;
  private final ReadWriteLock closing = new ReentrantReadWriteLock();
  private boolean closed;

  private FaceEngine(FaceModel model, FaceAnalysis analysis, Runnable freeing) {
    this.model = model;
    this.analysis = analysis;
    this.freeing = freeing;
  }

  /**
   * Loads the networks of a built-in model; faces are looked for in floats.
   *
   * @throws UnusableModelException when they are missing or damaged, or cannot run on this machine
   */
  public static FaceEngine open(BaseModel base) {
    return open(FaceModel.of(base));
  }

  /**
   * Loads the networks of a model. Of several models {@link FaceEngines} loads what they share
   * once.
   *
   * @throws UnusableModelException when they are missing or damaged, or cannot run on this machine
   */
  public static FaceEngine open(FaceModel model) {
    return open(model, DetectorPrecision.FLOAT);
  }

  /** As {@link #open(FaceModel)}, with the detector in whichever numbers. */
  public static FaceEngine open(FaceModel model, DetectorPrecision precision) {
    return open(model, LandmarkOrigin.CROP, precision, FaceEngine::packedFile);
  }

  static FaceEngine open(
      FaceModel model, LandmarkOrigin origin, DetectorPrecision precision, WeightFiles files) {
    Networks networks = new Networks(files);
    try {
      return open(model, origin, precision, networks, networks::close);
    } catch (UnusableModelException unusable) {
      networks.close();
      throw unusable;
    }
  }

  /**
   * Loads those networks that are not loaded.
   *
   * @param freeing runs when the engine has been closed
   */
  static FaceEngine open(
      FaceModel model,
      LandmarkOrigin origin,
      DetectorPrecision precision,
      Networks networks,
      Runnable freeing) {
    try {
      FaceAnalysis analysis = new FaceAnalysis(model, origin, precision, networks);
      return new FaceEngine(model, analysis, freeing);
    } catch (IOException | RuntimeException unusable) {
      throw new UnusableModelException(model.version(), unusable);
    }
  }

  /**
   * How many pixels the longer side of a picture must have for a model, if faces that are small in
   * it can be looked at in a larger one: nearly twice the detector's input. The library's own way
   * takes single pixels out of pictures, and finds others in a smaller one.
   */
  public static int enough(FaceModel model) {
    return switch (model.version().base()) {
      case FACEAPI_1 -> Integer.MAX_VALUE;
      case FACEAPI_2 -> ENOUGH;
    };
  }

  public FaceModel model() {
    return model;
  }

  public ModelVersion version() {
    return model.version();
  }

  /**
   * All faces of a picture, the surest first; none is an empty list. A picture without any takes
   * four times as long as others, for it is searched again with wider borders.
   *
   * @throws IllegalStateException when the engine has been closed
   */
  public List<Face> analyse(RgbImage image) {
    return analyse(image, FaceDetector.NO_LIMIT);
  }

  /**
   * As {@link #analyse(RgbImage)}, for a caller who draws a line at a score: those near it are
   * always float's.
   *
   * @param limit from 0 to 1
   */
  public List<Face> analyse(RgbImage image, double limit) {
    return analyse(image, limit, Enlarging.NONE);
  }

  /**
   * As {@link #analyse(RgbImage, double)}, of a picture that was made smaller: faces that have
   * become too small for a good description are looked at in a larger one.
   *
   * @param limit from 0 to 1
   */
  public List<Face> analyse(RgbImage image, double limit, Enlarging enlarging) {
    closing.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("The face engine has been closed");
      }
      return analysis.faces(image, limit, enlarging);
    } finally {
      closing.readLock().unlock();
    }
  }

  /** Waits for what is being analysed, then frees the native memory. Closing again is harmless. */
  @Override
  public void close() {
    closing.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        freeing.run();
      }
    } finally {
      closing.writeLock().unlock();
    }
  }

  /** Face-api's own files, which the build packs into the jar. */
  static InputStream packedFile(String name) throws IOException {
    InputStream file = FaceEngine.class.getResourceAsStream("weights/" + name);
    if (file == null) {
      throw new FileNotFoundException(name);
    }
    return file;
  }
}

package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.engine.internal.network.WeightFiles;
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
 * try (FaceEngine engine = FaceEngine.open(ModelVersion.DEFAULT)) {
 *   List<Face> faces = engine.analyse(RgbImage.ofBgr(width, height, bytes));
 * }
 * }</pre>
 */
public final class FaceEngine implements AutoCloseable {
  private final ModelVersion version;
  private final Networks networks;
  private final FaceAnalysis analysis;
  private final ReadWriteLock closing = new ReentrantReadWriteLock();
  private boolean closed;

  private FaceEngine(ModelVersion version, Networks networks, FaceAnalysis analysis) {
    this.version = version;
    this.networks = networks;
    this.analysis = analysis;
  }

  /**
   * Loads the networks.
   *
   * @throws UnusableModelException when they are missing or damaged, or cannot run on this machine
   */
  public static FaceEngine open(ModelVersion version) {
    return open(version, LandmarkOrigin.CROP, FaceEngine::packedFile);
  }

  static FaceEngine open(ModelVersion version, LandmarkOrigin origin, WeightFiles files) {
    Networks networks = new Networks(files);
    try {
      return new FaceEngine(version, networks, new FaceAnalysis(version, origin, networks));
    } catch (IOException | RuntimeException unusable) {
      networks.close();
      throw new UnusableModelException(version, unusable);
    }
  }

  public ModelVersion version() {
    return version;
  }

  /**
   * All faces of a picture, the surest first; none is an empty list. A picture without any takes
   * four times as long as others, for it is searched again with wider borders.
   *
   * @throws IllegalStateException when the engine has been closed
   */
  public List<Face> analyse(RgbImage image) {
    closing.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("The face engine has been closed");
      }
      return analysis.faces(image);
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
        networks.close();
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

package dev.riderphotos.engine.internal.network;

import dev.riderphotos.engine.internal.onnx.OnnxGraph;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The networks of one engine, or of several that share them: each is loaded once, when it is first
 * asked for, one after the other; all are closed together.
 */
public final class Networks implements AutoCloseable {
  private final WeightFiles files;
  private final @Nullable PreparedNetworks prepared;
  private final Map<String, Network> loaded = new HashMap<>();

  /** Where the process says so, networks are kept as they are once ready to run. */
  public Networks(WeightFiles files) {
    this(files, PreparedNetworks.ofProcess());
  }

  Networks(WeightFiles files, @Nullable PreparedNetworks prepared) {
    this.files = files;
    this.prepared = prepared;
  }

  /** Makes a network's graph. */
  @FunctionalInterface
  public interface Graph {
    OnnxGraph make() throws IOException;
  }

  /** Makes numbers that belong to a network. */
  @FunctionalInterface
  public interface Numbers {
    float[] make() throws IOException;
  }

  /** Gives the bytes of an ONNX file, which are there as long as the memory. */
  @FunctionalInterface
  public interface OnnxBytes {
    ByteBuffer open(Arena memory) throws IOException;
  }

  /** As {@link Weights#read}. */
  public Weights weights(String network) throws IOException {
    return Weights.read(network, files);
  }

  /**
   * A network that we make ourselves.
   *
   * @param name by which it is known, together with its input
   * @param inputShape the shape of the graph's one input
   * @throws IOException when the weights are missing or damaged, or ONNX Runtime does not run here
   */
  public synchronized Network load(String name, Graph graph, long... inputShape)
      throws IOException {
    return loadOnce(name + Arrays.toString(inputShape), () -> made(name, graph, inputShape));
  }

  private Network made(String name, Graph graph, long... inputShape) throws IOException {
    if (prepared != null) {
      return prepared.network(
          name + "-" + inputShape[0],
          memory -> graph.make().model(memory),
          (model, ready, keep) -> Network.load(model, ready, keep, inputShape));
    }
    try (Arena memory = Arena.ofConfined()) {
      return Network.load(graph.make().model(memory), inputShape);
    }
  }

  /** Numbers that belong to a network that we make ourselves. */
  public float[] numbers(String name, Numbers numbers) throws IOException {
    return prepared == null ? numbers.make() : prepared.numbers(name, numbers);
  }

  /**
   * A network of an ONNX file.
   *
   * @param hash of the file, by which it is known
   * @param outputLength how many numbers its one output has
   * @throws IOException when ONNX Runtime does not take it, or its input or output is another
   */
  public synchronized Network load(
      String hash, OnnxBytes bytes, int outputLength, long... inputShape) throws IOException {
    return loadOnce(
        hash + Arrays.toString(inputShape) + outputLength,
        () -> {
          try (Arena memory = Arena.ofConfined()) {
            return Network.load(bytes.open(memory), inputShape).giving(outputLength);
          }
        });
  }

  /** Frees all native memory. Nothing may be running. */
  @Override
  public synchronized void close() {
    loaded.values().forEach(Network::close);
    loaded.clear();
  }

  private interface Loading {
    Network load() throws IOException;
  }

  private Network loadOnce(String key, Loading loading) throws IOException {
    Network there = loaded.get(key);
    if (there != null) {
      return there;
    }
    Network network = loading.load();
    loaded.put(key, network);
    return network;
  }
}

package dev.riderphotos.engine.internal.network;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The trained weights of one network, as face-api ships them. They stay as small as they are stored
 * (a byte a value for most) until a tensor is asked for.
 */
public final class Weights {
  private final String network;
  private final ByteBuffer bytes;
  private final Map<String, TensorEntry> entries = new HashMap<>();
  private final Map<String, Integer> offsets = new HashMap<>();

  private Weights(String network, List<TensorEntry> tensors, byte[] bytes) throws IOException {
    this.network = network;
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int offset = 0;
    for (TensorEntry tensor : tensors) {
      entries.put(tensor.name(), tensor);
      offsets.put(tensor.name(), offset);
      offset += tensor.bytes();
    }
    if (tensors.isEmpty() || offset != bytes.length) {
      throw new IOException(
          "The weights of %s are damaged: its manifest describes %d bytes, its file has %d."
              .formatted(network, offset, bytes.length));
    }
  }

  /**
   * Reads the manifest and the binary file of a network.
   *
   * @throws IOException when one of them is missing, cannot be read, or they do not fit together
   */
  public static Weights read(String network, WeightFiles files) throws IOException {
    try (InputStream manifest = files.open(network + "_model-weights_manifest.json");
        InputStream binary = files.open(network + "_model.bin")) {
      return new Weights(network, Manifest.read(manifest), binary.readAllBytes());
    } catch (FileNotFoundException missing) {
      throw new IOException("The weights of " + network + " are missing: " + missing, missing);
    }
  }

  /** The named values in TensorFlow's order; a new copy each time. */
  Tensor tensor(String name) throws IOException {
    TensorEntry entry = entry(name);
    int offset = offsets.getOrDefault(name, 0);
    return entry.read(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(offset));
  }

  /**
   * The named values are whole multiples of this, 256 different ones at most; 0 if they are not.
   */
  double step(String name) throws IOException {
    return entry(name).step();
  }

  float[] values(String name) throws IOException {
    return tensor(name).values();
  }

  private TensorEntry entry(String name) throws IOException {
    TensorEntry entry = entries.get(name);
    if (entry == null) {
      throw new IOException("The weights of " + network + " are damaged: no tensor " + name + ".");
    }
    return entry;
  }
}

package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.Network;
import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.engine.internal.network.Processor;
import dev.riderphotos.engine.internal.network.SsdMobilenetV1;
import dev.riderphotos.engine.internal.network.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What the detector is made of. The weights are read once for all that is asked for, and not at all
 * where that was prepared earlier.
 */
final class DetectorNetworks {
  private static final long[] PLANES = {1, 3, SsdMobilenetV1.INPUT_SIZE, SsdMobilenetV1.INPUT_SIZE};
  private static final long[] PIXELS = {
    1, SsdMobilenetV1.INPUT_SIZE, SsdMobilenetV1.INPUT_SIZE, SsdMobilenetV1.PIXEL_BYTES
  };

  private final Networks networks;
  private @Nullable Weights read;

  DetectorNetworks(Networks networks) {
    this.networks = networks;
  }

  Network ofFloats() throws IOException {
    return networks.load(SsdMobilenetV1.NAME, () -> SsdMobilenetV1.graph(weights()), PLANES);
  }

  /** As {@link #ofFloats}, for when the detector is at work. */
  Network ofFloatsLater() {
    try {
      return ofFloats();
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    } finally {
      forgetWeights();
    }
  }

  Network ofBytes() throws IOException {
    return networks.load(
        SsdMobilenetV1.NAME + "-int8",
        () -> SsdMobilenetV1.graphOfBytes(weights(), Processor.multipliesBytes()),
        PIXELS);
  }

  float[] priors() throws IOException {
    return networks.numbers(
        SsdMobilenetV1.NAME + "-priors", () -> SsdMobilenetV1.priors(weights()));
  }

  /** They are read again when they are needed again. */
  synchronized void forgetWeights() {
    read = null;
  }

  private synchronized Weights weights() throws IOException {
    Weights weights = read == null ? networks.weights(SsdMobilenetV1.NAME) : read;
    read = weights;
    return weights;
  }
}

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
  private final Networks networks;
  private @Nullable Weights read;

  DetectorNetworks(Networks networks) {
    this.networks = networks;
  }

  Network ofFloats() throws IOException {
    return networks.load(
        SsdMobilenetV1.NAME, () -> SsdMobilenetV1.graph(weights()), planes(InputArea.WHOLE));
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
        pixels(InputArea.WHOLE));
  }

  /** The shape of an area of the input in floats. */
  static long[] planes(InputArea area) {
    return new long[] {1, 3, area.height(), area.width()};
  }

  /** The shape of an area of the input with 8 bits. */
  static long[] pixels(InputArea area) {
    return new long[] {1, area.height(), area.width(), SsdMobilenetV1.PIXEL_BYTES};
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

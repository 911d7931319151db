package dev.riderphotos.engine.internal.network;

import dev.riderphotos.engine.internal.onnx.OnnxGraph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The networks of one engine: loaded one after the other, closed together. */
public final class Networks implements AutoCloseable {
  private final WeightFiles files;
  private final List<Network> loaded = new ArrayList<>();

  public Networks(WeightFiles files) {
    this.files = files;
  }

  /** As {@link Weights#read}. */
  public Weights weights(String network) throws IOException {
    return Weights.read(network, files);
  }

  /** As {@link Network#load}. */
  public Network load(OnnxGraph graph, long... inputShape) throws IOException {
    Network network = Network.load(graph, inputShape);
    loaded.add(network);
    return network;
  }

  /** Frees all native memory. Nothing may be running. */
  @Override
  public void close() {
    loaded.forEach(Network::close);
    loaded.clear();
  }
}

package dev.riderphotos.engine.internal.network;

import static dev.riderphotos.engine.internal.network.Layers.Padding.SAME;
import static dev.riderphotos.engine.internal.network.Layers.Padding.VALID;

import dev.riderphotos.engine.internal.onnx.OnnxGraph;
import dev.riderphotos.engine.internal.onnx.Value;
import java.io.IOException;

/**
 * Face-api's {@code face_landmark_68}: four densely connected blocks of separable convolutions.
 *
 * <p>Input [1, 3, 112, 112], red first, less the mean colour, over 255. Output [1, 136]: x and y of
 * 68 points in turn, as shares of the input.
 */
public final class FaceLandmark68 {
  public static final String NAME = "face_landmark_68";
  public static final int INPUT_SIZE = 112;

  private static final int BLOCKS = 4;

  private final Weights weights;
  private final OnnxGraph graph = new OnnxGraph(NAME);
  private final Layers layers = new Layers(graph);

  private FaceLandmark68(Weights weights) {
    this.weights = weights;
  }

  public static OnnxGraph graph(Weights weights) throws IOException {
    return new FaceLandmark68(weights).build();
  }

  private OnnxGraph build() throws IOException {
    Value plane = graph.input(1, 3, INPUT_SIZE, INPUT_SIZE);
    for (int block = 0; block < BLOCKS; block++) {
      plane = block(plane, "dense" + block);
    }
    Value features = layers.planeMeans(plane);
    Value points = layers.times(features, weights.tensor("fc/weights"));
    graph.output(layers.plus(points, weights.values("fc/bias")));
    return graph;
  }

  /** Each convolution sees the sum of all that came before it in the block. */
  private Value block(Value in, String block) throws IOException {
    Value sum = layers.relu(entry(in, block + "/conv0"));
    for (int i = 1; i < 4; i++) {
      Value next = separable(layers.relu(sum), block + "/conv" + i, 1);
      sum = layers.add(sum, next);
    }
    return layers.relu(sum);
  }

  /** Halves the plane. Only the very first layer, on three colours, is not separable. */
  private Value entry(Value in, String name) throws IOException {
    if (!name.startsWith("dense0")) {
      return separable(in, name, 2);
    }
    Filters filters = Filters.full(weights.tensor(name + "/filters"));
    return layers.convolution(in, filters, weights.values(name + "/bias"), 2, SAME);
  }

  private Value separable(Value in, String name, int stride) throws IOException {
    Filters depthwise = Filters.depthwise(weights.tensor(name + "/depthwise_filter"));
    Filters pointwise = Filters.full(weights.tensor(name + "/pointwise_filter"));
    Value filtered = layers.depthwise(in, depthwise, stride);
    return layers.convolution(filtered, pointwise, weights.values(name + "/bias"), 1, VALID);
  }
}

package dev.riderphotos.engine.internal.network;

import static dev.riderphotos.engine.internal.network.Layers.Padding.SAME;
import static dev.riderphotos.engine.internal.network.Layers.Padding.VALID;

import dev.riderphotos.engine.internal.network.Layers.Padding;
import dev.riderphotos.engine.internal.onnx.OnnxGraph;
import dev.riderphotos.engine.internal.onnx.Value;
import java.io.IOException;

/**
 * Face-api's {@code face_recognition}: dlib's residual network that tells faces apart.
 *
 * <p>Input [N, 3, 150, 150], red first, less the mean colour, over 255. Output [N, 128]: one
 * descriptor a picture, not of length one.
 */
public final class FaceRecognition {
  public static final String NAME = "face_recognition";
  public static final int INPUT_SIZE = 150;

  private final Weights weights;
  private final OnnxGraph graph = new OnnxGraph(NAME);
  private final Layers layers = new Layers(graph);

  private FaceRecognition(Weights weights) {
    this.weights = weights;
  }

  /**
   * The network for a batch of one size.
   *
   * @param batch how many pictures are described at once, N above
   */
  public static OnnxGraph graph(Weights weights, int batch) throws IOException {
    return new FaceRecognition(weights).build(batch);
  }

  // The planes' widths, as the layers need them: 150, 72, 35, 17, 8, 4 (3 and a border), 2.
  private OnnxGraph build(int batch) throws IOException {
    Value plane = graph.input(batch, 3, INPUT_SIZE, INPUT_SIZE);
    plane = layers.relu(convolution(plane, "conv32_down", 2, VALID));
    plane = layers.maxPool(plane, 3, 2);
    plane = keeping(plane, "conv32_1", "conv32_2", "conv32_3");
    plane = halving(plane, "conv64_down", 32, 0);
    plane = keeping(plane, "conv64_1", "conv64_2", "conv64_3");
    plane = halving(plane, "conv128_down", 64, 0);
    plane = keeping(plane, "conv128_1", "conv128_2");
    plane = halving(plane, "conv256_down", 128, 1);
    plane = keeping(plane, "conv256_1", "conv256_2");
    plane = halving(plane, "conv256_down_out", 0, 1);
    graph.output(layers.times(layers.planeMeans(plane), weights.tensor("fc")));
    return graph;
  }

  private Value keeping(Value in, String... blocks) throws IOException {
    Value plane = in;
    for (String block : blocks) {
      Value change = convolution(plane, block + "/conv1", 1, SAME);
      change = convolution(layers.relu(change), block + "/conv2", 1, SAME);
      plane = layers.relu(layers.add(change, plane));
    }
    return plane;
  }

  /**
   * Halves the plane. The shortcut's new channels are zero; where an even plane left the main path
   * one smaller than the shortcut, it gets a border of zeros.
   */
  private Value halving(Value in, String block, int newChannels, int border) throws IOException {
    Value change = convolution(in, block + "/conv1", 2, VALID);
    change = convolution(layers.relu(change), block + "/conv2", 1, SAME);
    Value shortcut = layers.averagePool(in, 2, 2);
    return layers.relu(
        layers.add(
            border == 0 ? change : layers.appendZeros(change, 0, border),
            newChannels == 0 ? shortcut : layers.appendZeros(shortcut, newChannels, 0)));
  }

  /** A convolution; the scale that follows it is a factor and an offset a channel: folded in. */
  private Value convolution(Value in, String name, int stride, Padding padding) throws IOException {
    float[] factor = weights.values(name + "/scale/weights");
    float[] offset = weights.values(name + "/scale/biases");
    float[] bias = weights.values(name + "/conv/bias");
    for (int i = 0; i < bias.length; i++) {
      bias[i] = bias[i] * factor[i] + offset[i];
    }
    Filters filters = Filters.full(weights.tensor(name + "/conv/filters")).times(factor);
    return layers.convolution(in, filters, bias, stride, padding);
  }
}

package dev.riderphotos.engine.internal.network;

import dev.riderphotos.engine.internal.onnx.OnnxGraph;
import dev.riderphotos.engine.internal.onnx.Value;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Face-api's {@code ssd_mobilenetv1}: a MobileNet whose planes, from 32 x 32 down to 1 x 1, each
 * propose faces around fixed prior boxes.
 *
 * <p>Input [1, 3, height, width], red first, v / 127.5 - 1; with 8 bits, [1, height, width, {@value
 * #PIXEL_BYTES}], v of 0 to 255 as {@link #graphOfBytes} says. Height and width are multiples of
 * {@value #UNIT} up to {@value #INPUT_SIZE}: of a square of that size, rows and columns at the end
 * may be left out. Outputs: box encodings [1, {@link #priors}, 4] and class scores [1, priors,
 * {@value #CLASSES}], both before any activation.
 */
public final class SsdMobilenetV1 {
  public static final String NAME = "ssd_mobilenetv1";
  public static final int INPUT_SIZE = 512;

  /** So many rows or columns of the input are one of the smallest plane that they can cut. */
  public static final int UNIT = 32;

  /** What a pixel takes where the network computes with 8 bits. */
  public static final int PIXEL_BYTES = ByteRelu6Layers.PIXEL_BYTES;

  /** Scores a prior: nothing, a face, and one that is not used. */
  public static final int CLASSES = 3;

  private static final int BLOCKS = 13;
  private static final int TAPPED_BLOCK = 11;
  private static final Set<Integer> HALVING_BLOCKS = Set.of(2, 4, 6, 12);
  private static final int EXTRA_LAYERS = 8;

  /** Pixels from place to place of the two planes that end where the input does. */
  private static final int[] STEPS = {16, UNIT};

  /** Prior boxes of a place of them. */
  private static final int[] BOXES = {3, 6};

  private static final double BATCH_NORM_EPSILON = 0.0010000000474974513;

  private final Weights weights;
  private final OnnxGraph graph;
  private final Layers layers;
  private final Relu6Layers inner;

  private SsdMobilenetV1(Weights weights, OnnxGraph graph, Relu6Layers inner) {
    this.weights = weights;
    this.graph = graph;
    this.layers = new Layers(graph);
    this.inner = inner;
  }

  public static OnnxGraph graph(Weights weights) throws IOException {
    OnnxGraph graph = new OnnxGraph(NAME);
    return new SsdMobilenetV1(weights, graph, new FloatRelu6Layers(graph)).build();
  }

  /**
   * The same network, which computes with 8 bits. A pixel is four bytes of red, four of green and
   * four of blue, whose sums are four times the colour.
   *
   * @param signed whether weights are -128 to 127 and not 0 to 255: the same numbers either way,
   *     each fast on other processors
   */
  public static OnnxGraph graphOfBytes(Weights weights, boolean signed) throws IOException {
    OnnxGraph graph = new OnnxGraph(NAME);
    return new SsdMobilenetV1(weights, graph, new ByteRelu6Layers(graph, signed)).build();
  }

  /**
   * The prior boxes, four numbers each: top, left, bottom, right as shares of the whole square, of
   * which there are 5,118.
   */
  public static float[] priors(Weights weights) throws IOException {
    return weights.values("Output/extra_dim");
  }

  /**
   * Those prior boxes that an input has, in the order of the outputs.
   *
   * @param all of the whole square
   */
  public static float[] priors(float[] all, int height, int width) {
    FloatBuffer left = FloatBuffer.allocate(all.length);
    int at = 0;
    for (int plane = 0; plane < STEPS.length; plane++) {
      int numbers = 4 * BOXES[plane];
      int side = INPUT_SIZE / STEPS[plane];
      for (int row = 0; row < height / STEPS[plane]; row++) {
        left.put(all, at + row * side * numbers, width / STEPS[plane] * numbers);
      }
      at += side * side * numbers;
    }
    left.put(all, at, all.length - at);
    return Arrays.copyOf(left.array(), left.position());
  }

  private OnnxGraph build() throws IOException {
    List<Value> planes = new ArrayList<>();
    Value plane = first();
    for (int block = 1; block <= BLOCKS; block++) {
      plane = depthwise(plane, block);
      plane = pointwise(plane, "MobilenetV1/Conv2d_" + block + "_pointwise", 1);
      if (block == TAPPED_BLOCK || block == BLOCKS) {
        planes.add(plane);
      }
    }
    addExtraLayers(plane, planes);
    graph.output(heads(planes, "BoxEncodingPredictor", 4));
    graph.output(heads(planes, "ClassPredictor", CLASSES));
    return graph;
  }

  /**
   * Every second extra layer halves the plane and is looked at. They see the whole square: where
   * the input leaves something out, it is as if it went on as it ends.
   */
  private void addExtraLayers(Value last, List<Value> planes) throws IOException {
    Value plane = last;
    for (int layer = 0; layer < EXTRA_LAYERS; layer += 2) {
      plane = pointwise(plane, "Prediction/Conv2d_" + layer + "_pointwise", 1);
      if (layer == 0) {
        plane = layers.repeatEnd(plane, INPUT_SIZE / UNIT);
      }
      plane = pointwise(plane, "Prediction/Conv2d_" + (layer + 1) + "_pointwise", 2);
      planes.add(plane);
    }
  }

  private Value heads(List<Value> planes, String predictor, int numbersPerBox) throws IOException {
    Value[] heads = new Value[planes.size()];
    for (int i = 0; i < heads.length; i++) {
      String name = "Prediction/BoxPredictor_" + i + "/" + predictor;
      String tensor = name + "/weights";
      Filters filters = Filters.full(weights.tensor(tensor));
      float[] bias = weights.values(name + "/biases");
      heads[i] = inner.head(planes.get(i), filters, weights.step(tensor), bias, numbersPerBox);
    }
    return layers.concatenateRows(heads);
  }

  private Value first() throws IOException {
    String name = "MobilenetV1/Conv2d_0_pointwise";
    String tensor = name + "/weights";
    Filters filters = Filters.full(weights.tensor(tensor));
    float[] bias = weights.values(name + "/convolution_bn_offset");
    return inner.picture(filters, weights.step(tensor), bias);
  }

  private Value pointwise(Value in, String name, int stride) throws IOException {
    String tensor = name + "/weights";
    Filters filters = Filters.full(weights.tensor(tensor));
    float[] bias = weights.values(name + "/convolution_bn_offset");
    return inner.convolution(in, filters, weights.step(tensor), bias, stride);
  }

  /** The batch normalisation that follows is a factor and an offset a channel: folded in. */
  private Value depthwise(Value in, int block) throws IOException {
    String name = "MobilenetV1/Conv2d_" + block + "_depthwise";
    float[] factor = weights.values(name + "/BatchNorm/gamma");
    float[] offset = weights.values(name + "/BatchNorm/beta");
    float[] mean = weights.values(name + "/BatchNorm/moving_mean");
    float[] variance = weights.values(name + "/BatchNorm/moving_variance");
    for (int i = 0; i < factor.length; i++) {
      factor[i] = (float) (factor[i] / Math.sqrt(variance[i] + BATCH_NORM_EPSILON));
      offset[i] -= mean[i] * factor[i];
    }
    String tensor = name + "/depthwise_weights";
    Filters filters = Filters.depthwise(weights.tensor(tensor));
    int stride = HALVING_BLOCKS.contains(block) ? 2 : 1;
    return inner.depthwise(in, filters, weights.step(tensor), factor, offset, stride);
  }
}

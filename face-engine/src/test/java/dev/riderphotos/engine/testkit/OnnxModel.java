package dev.riderphotos.engine.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * An ONNX model, right or wrong, node by node. Field numbers are those of <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3">onnx.proto3</a>.
 */
public final class OnnxModel {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final Proto graph = new Proto().text(2, "test");
  private final Proto model = new Proto().number(1, 8);
  private long opset = 13;

  public OnnxModel opset(long version) {
    opset = version;
    return this;
  }

  public OnnxModel input(String name, long... shape) {
    graph.message(11, typed(name, shape));
    return this;
  }

  public OnnxModel output(String name, long... shape) {
    graph.message(12, typed(name, shape));
    return this;
  }

  public OnnxModel floats(String name, long[] shape, float... values) {
    return initializer(tensor(name, FLOAT, shape).bytes(9, raw(values)));
  }

  public OnnxModel integers(String name, long... values) {
    ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    raw.asLongBuffer().put(values);
    return initializer(tensor(name, INT64, values.length).bytes(9, raw.array()));
  }

  public OnnxModel initializer(Proto tensor) {
    graph.message(5, tensor);
    return this;
  }

  public OnnxModel node(String operator, List<String> inputs, String output) {
    return node(operation(operator, inputs, output));
  }

  public OnnxModel node(Proto node) {
    graph.message(1, node);
    return this;
  }

  /** Something in the model beside its graph. */
  public OnnxModel with(int field, Proto value) {
    model.message(field, value);
    return this;
  }

  public byte[] toBytes() {
    return model.message(8, new Proto().number(2, opset)).message(7, graph).toBytes();
  }

  public static Proto operation(String operator, List<String> inputs, String output) {
    Proto node = new Proto();
    inputs.forEach(input -> node.text(1, input));
    return node.text(2, output).text(4, operator);
  }

  /** A tensor without values. */
  public static Proto tensor(String name, int type, long... shape) {
    Proto tensor = new Proto();
    for (long length : shape) {
      tensor.number(1, length);
    }
    return tensor.number(2, type).text(8, name);
  }

  public static byte[] raw(float... values) {
    ByteBuffer raw =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return raw.array();
  }

  private static Proto typed(String name, long... shape) {
    Proto dimensions = new Proto();
    for (long length : shape) {
      dimensions.message(1, new Proto().number(1, length));
    }
    Proto tensor = new Proto().number(1, FLOAT).message(2, dimensions);
    return new Proto().text(1, name).message(2, new Proto().message(1, tensor));
  }
}

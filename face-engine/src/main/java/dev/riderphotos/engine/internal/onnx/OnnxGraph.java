package dev.riderphotos.engine.internal.onnx;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A network as ONNX describes it: one input, constants, and the operators between them, in the
 * order in which they compute. Field numbers are those of <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3">onnx.proto3</a>; operators are
 * those of opset 13.
 */
public final class OnnxGraph {
  /** A length that an input may have anew at each run. */
  public static final long ANY = -1;

  private static final int IR_VERSION = 8;
  private static final int OPSET = 13;
  private static final int FLOAT = 1;
  private static final int UINT8 = 2;
  private static final int INT8 = 3;
  private static final int INT32 = 6;
  private static final int INT64 = 7;

  private final ProtobufMessage graph = new ProtobufMessage();
  private int values;

  public OnnxGraph(String name) {
    graph.text(2, name);
  }

  /** A float tensor that is given at each run. */
  public Value input(long... shape) {
    return input(FLOAT, shape);
  }

  /** A tensor of whole numbers from 0 to 255 that is given at each run. */
  public Value bytesInput(long... shape) {
    return input(UINT8, shape);
  }

  private Value input(int type, long... shape) {
    Value value = newValue();
    graph.message(11, typed(value, new ProtobufMessage().integer(1, type).message(2, dims(shape))));
    return value;
  }

  /** A float tensor that stays. The array is not copied; it is read by {@link #model}. */
  public Value constant(float[] values, long... shape) {
    Value value = newValue();
    graph.message(5, tensor(value, FLOAT, shape).bytesOf(9, values));
    return value;
  }

  /** A tensor of whole numbers of one byte that stays: unsigned, or -128 to 127. */
  public Value bytes(byte[] values, boolean signed, long... shape) {
    Value value = newValue();
    graph.message(5, tensor(value, signed ? INT8 : UINT8, shape).bytesOf(9, values));
    return value;
  }

  /** A tensor of whole numbers of four bytes that stays. */
  public Value integers(int[] values, long... shape) {
    Value value = newValue();
    graph.message(5, tensor(value, INT32, shape).bytesOf(9, values));
    return value;
  }

  /** A list of whole numbers, as operators take shapes and paddings. */
  public Value numbers(long... values) {
    Value value = newValue();
    graph.message(5, tensor(value, INT64, values.length).bytesOf(9, values));
    return value;
  }

  /** Applies an operator that has one result. */
  public Value apply(String operator, List<Value> inputs, Attribute... attributes) {
    Value result = newValue();
    ProtobufMessage node = new ProtobufMessage();
    inputs.forEach(input -> node.text(1, input.name()));
    node.text(2, result.name()).text(4, operator);
    for (Attribute attribute : attributes) {
      node.message(5, attribute.message());
    }
    graph.message(1, node);
    return result;
  }

  /** Makes a value a result of the whole network. Its shape is left to inference. */
  public void output(Value value) {
    graph.message(12, typed(value, new ProtobufMessage().integer(1, FLOAT)));
  }

  /**
   * The whole model, ready to be loaded.
   *
   * @param memory where the bytes are put: close it as soon as they are loaded
   */
  public ByteBuffer model(Arena memory) {
    ProtobufMessage model =
        new ProtobufMessage()
            .integer(1, IR_VERSION)
            .message(8, new ProtobufMessage().integer(2, OPSET))
            .message(7, graph);
    ByteBuffer bytes = memory.allocate(model.size()).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    model.writeTo(bytes);
    return bytes.flip();
  }

  private Value newValue() {
    return new Value("v" + values++);
  }

  private static ProtobufMessage typed(Value value, ProtobufMessage tensorType) {
    return new ProtobufMessage()
        .text(1, value.name())
        .message(2, new ProtobufMessage().message(1, tensorType));
  }

  private static ProtobufMessage dims(long... shape) {
    ProtobufMessage dims = new ProtobufMessage();
    for (long length : shape) {
      ProtobufMessage dim = new ProtobufMessage();
      dims.message(1, length == ANY ? dim : dim.integer(1, length));
    }
    return dims;
  }

  private static ProtobufMessage tensor(Value value, int type, long... shape) {
    ProtobufMessage tensor = new ProtobufMessage();
    for (long length : shape) {
      tensor.integer(1, length);
    }
    return tensor.integer(2, type).text(8, value.name());
  }
}

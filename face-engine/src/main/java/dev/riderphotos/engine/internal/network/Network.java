package dev.riderphotos.engine.internal.network;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A network that is ready to run. Any number of threads may run it; as many as the machine has
 * processors compute at a time, the others wait.
 */
public final class Network {
  private final OrtSession session;
  private final String inputName;
  private final OnnxJavaType type;
  private final long[] largest;
  private final InputPool inputs;

  /** Where the weights are, if the session has no copy of its own: there as long as this is. */
  @SuppressWarnings("UnusedVariable")
  private final @Nullable ByteBuffer weights;

  private Network(OrtSession session, NodeInfo input, @Nullable ByteBuffer weights, long... shape) {
    this.session = session;
    this.inputName = input.getName();
    this.type = type(input);
    this.largest = shape;
    this.inputs = new InputPool(bytes(shape));
    this.weights = weights;
  }

  /**
   * Loads a network. The bytes may be dropped afterwards: the weights are copied.
   *
   * @param model an ONNX model
   * @param inputShape the shape of its one input, or the largest one if it may have several
   * @throws IOException when ONNX Runtime does not take the model or does not run here at all
   */
  static Network load(ByteBuffer model, long... inputShape) throws IOException {
    return load(model, false, null, inputShape);
  }

  /**
   * Loads a network, and may write down what ONNX Runtime makes of it for this processor, in its
   * own format.
   *
   * @param prepared whether the model is what was written down so: its weights are then used where
   *     they are, and must stay there as long as the buffer is referred to
   * @param keep the file to write it to, or null
   */
  static Network load(ByteBuffer model, boolean prepared, @Nullable Path keep, long... inputShape)
      throws IOException {
    return NativeGate.ONNX_RUNTIME.inside(() -> loadInside(model, prepared, keep, inputShape));
  }

  private static Network loadInside(
      ByteBuffer model, boolean prepared, @Nullable Path keep, long... inputShape)
      throws IOException {
    try (SessionOptions options = options()) {
      options.setOptimizationLevel(prepared ? OptLevel.NO_OPT : OptLevel.ALL_OPT);
      if (prepared) {
        options.addConfigEntry("session.use_ort_model_bytes_directly", "1");
        options.addConfigEntry("session.use_ort_model_bytes_for_initializers", "1");
      }
      if (keep != null) {
        options.addConfigEntry("session.save_model_format", "ORT");
        options.setOptimizedModelFilePath(keep.toString());
      }
      OrtSession session = environment().createSession(model, options);
      NodeInfo input = session.getInputInfo().values().iterator().next();
      return new Network(session, input, prepared ? model : null, inputShape);
    } catch (OrtException refused) {
      throw new IOException("ONNX Runtime cannot load the network: " + refused, refused);
    } catch (LinkageError | IllegalStateException unavailable) {
      throw new IOException(
          "ONNX Runtime does not run on this machine: " + unavailable, unavailable);
    }
  }

  /**
   * Sees to it that one picture in gives so many numbers, as far as the model says.
   *
   * @throws IOException when it has other inputs or outputs; the network is closed then
   */
  Network giving(int outputLength) throws IOException {
    try {
      Signature signature = Signature.of(session);
      signature.require(largest, outputLength);
      return this;
    } catch (OrtException failed) {
      close();
      throw new IOException("ONNX Runtime cannot load the network: " + failed, failed);
    } catch (IOException other) {
      close();
      throw other;
    }
  }

  private static OnnxJavaType type(NodeInfo input) {
    return input.getInfo() instanceof TensorInfo tensor ? tensor.type : OnnxJavaType.FLOAT;
  }

  /**
   * Runs the network once.
   *
   * @param fill writes the whole input; the buffer holds what an earlier run left there, and must
   *     not be kept
   * @return the outputs in the order of the graph, each flat
   */
  public float[][] run(Consumer<FloatBuffer> fill) {
    return run(fill, largest);
  }

  /**
   * As {@link #run(Consumer)}, with an input of another shape.
   *
   * @param shape of no more numbers than the one it was loaded with
   */
  public float[][] run(Consumer<FloatBuffer> fill, long... shape) {
    return runOfBytes(bytes -> fill.accept(bytes.asFloatBuffer()), shape);
  }

  /** As {@link #run(Consumer, long...)}, where the input is bytes. */
  public float[][] runOfBytes(Consumer<ByteBuffer> fill, long... shape) {
    ByteBuffer memory = inputs.take();
    try {
      return NativeGate.ONNX_RUNTIME.inside(() -> run(memory, fill, shape));
    } catch (OrtException failed) {
      throw new IllegalStateException("ONNX Runtime failed: " + failed.getMessage(), failed);
    } finally {
      inputs.giveBack(memory);
    }
  }

  /** Frees the native memory. Nothing may be running. */
  void close() {
    try {
      NativeGate.ONNX_RUNTIME.inside(this::free);
    } catch (OrtException failed) {
      throw new IllegalStateException("ONNX Runtime failed: " + failed.getMessage(), failed);
    }
  }

  private Network free() throws OrtException {
    session.close();
    return this;
  }

  private float[][] run(ByteBuffer memory, Consumer<ByteBuffer> fill, long... shape)
      throws OrtException {
    ByteBuffer input = memory.slice(0, bytes(shape)).order(ByteOrder.nativeOrder());
    fill.accept(input);
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment(), input, shape, type)) {
      return run(tensor);
    }
  }

  private int bytes(long... shape) {
    int bytes = type.size;
    for (long length : shape) {
      bytes = Math.toIntExact(bytes * length);
    }
    return bytes;
  }

  private float[][] run(OnnxTensor input) throws OrtException {
    try (Result result = session.run(Map.of(inputName, input))) {
      float[][] outputs = new float[result.size()][];
      for (int i = 0; i < outputs.length; i++) {
        outputs[i] = ((OnnxTensor) result.get(i)).getFloatBuffer().array();
      }
      return outputs;
    }
  }

  private static OrtEnvironment environment() {
    return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "face-engine");
  }

  /** RATIONALE.md says why: one thread a run, and the memory of a run kept for the next. */
  private static SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setExecutionMode(ExecutionMode.SEQUENTIAL);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.setMemoryPatternOptimization(false);
    options.setCPUArenaAllocator(true);
    return options;
  }
}

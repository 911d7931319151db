package dev.riderphotos.engine.internal.network;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Input tensors that are used again: native memory is slow to get and slow to be given back. There
 * are at most as many as processors, also when a thousand virtual threads ask.
 */
final class InputPool {
  /** A tensor over a native buffer: what is written to the one is in the other. */
  record Input(ByteBuffer buffer, OnnxTensor tensor) {}

  private final OrtEnvironment environment;
  private final OnnxJavaType type;
  private final long[] shape;
  private final Semaphore permits = new Semaphore(Runtime.getRuntime().availableProcessors());
  private final ConcurrentLinkedDeque<Input> idle = new ConcurrentLinkedDeque<>();

  /**
   * @param type of each number
   */
  InputPool(OrtEnvironment environment, OnnxJavaType type, long... shape) {
    this.environment = environment;
    this.type = type;
    this.shape = shape;
  }

  /** The shape that each has. */
  long[] shape() {
    return shape.clone();
  }

  /** Waits until one is free. */
  Input take() throws OrtException {
    permits.acquireUninterruptibly();
    try {
      Input last = idle.pollLast();
      return last == null ? create() : last;
    } catch (OrtException | RuntimeException | Error failed) {
      permits.release();
      throw failed;
    }
  }

  void giveBack(Input input) {
    idle.addLast(input);
    permits.release();
  }

  /** Frees those that are not in use. */
  void close() {
    for (Input input = idle.pollLast(); input != null; input = idle.pollLast()) {
      input.tensor().close();
    }
  }

  private Input create() throws OrtException {
    int length = type.size;
    for (long dimension : shape) {
      length = Math.toIntExact(length * dimension);
    }
    ByteBuffer buffer = ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
    return new Input(buffer, OnnxTensor.createTensor(environment, buffer, shape, type));
  }
}

package dev.riderphotos.engine.internal.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A message in Protocol Buffers' <a href="https://protobuf.dev/programming-guides/encoding/">wire
 * format</a>, of which only the size is known until it is written. So a model of 22 MB is laid down
 * once, in its final place, and its weights are not copied from one nested message to the next.
 *
 * <p>A message must be complete before it is put into another.
 */
final class ProtobufMessage {
  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED_32 = 5;

  private final List<Consumer<ByteBuffer>> fields = new ArrayList<>();
  private int size;

  /** The bytes this message takes. */
  int size() {
    return size;
  }

  ProtobufMessage integer(int field, long value) {
    int length = tagSize(field, VARINT) + varintSize(value);
    return add(
        length,
        target -> {
          writeTag(target, field, VARINT);
          writeVarint(target, value);
        });
  }

  ProtobufMessage real(int field, float value) {
    int length = tagSize(field, FIXED_32) + Float.BYTES;
    return add(
        length,
        target -> {
          writeTag(target, field, FIXED_32);
          target.putFloat(value);
        });
  }

  ProtobufMessage text(int field, String value) {
    byte[] utf8 = value.getBytes(UTF_8);
    return delimited(field, utf8.length, target -> target.put(utf8));
  }

  ProtobufMessage message(int field, ProtobufMessage value) {
    return delimited(field, value.size, value::writeTo);
  }

  /** The values' raw bytes, four each. The array is read when the message is written, not now. */
  ProtobufMessage bytesOf(int field, float[] values) {
    return delimited(field, values.length * Float.BYTES, target -> put(target, values));
  }

  ProtobufMessage bytesOf(int field, byte[] values) {
    return delimited(field, values.length, target -> target.put(values));
  }

  /** The values' raw bytes, four each. */
  ProtobufMessage bytesOf(int field, int[] values) {
    return delimited(
        field,
        values.length * Integer.BYTES,
        target -> {
          for (int value : values) {
            target.putInt(value);
          }
        });
  }

  /** The values' raw bytes, eight each. */
  ProtobufMessage bytesOf(int field, long[] values) {
    return delimited(
        field,
        values.length * Long.BYTES,
        target -> {
          for (long value : values) {
            target.putLong(value);
          }
        });
  }

  /** Appends this message at the target's position. The target must be little endian. */
  void writeTo(ByteBuffer target) {
    fields.forEach(field -> field.accept(target));
  }

  private ProtobufMessage delimited(int field, int length, Consumer<ByteBuffer> content) {
    return add(
        tagSize(field, LENGTH_DELIMITED) + varintSize(length) + length,
        target -> {
          writeTag(target, field, LENGTH_DELIMITED);
          writeVarint(target, length);
          content.accept(target);
        });
  }

  private ProtobufMessage add(int length, Consumer<ByteBuffer> field) {
    fields.add(field);
    size += length;
    return this;
  }

  private static void put(ByteBuffer target, float[] values) {
    target.asFloatBuffer().put(values);
    target.position(target.position() + values.length * Float.BYTES);
  }

  private static int tagSize(int field, int wireType) {
    return varintSize(tag(field, wireType));
  }

  private static void writeTag(ByteBuffer target, int field, int wireType) {
    writeVarint(target, tag(field, wireType));
  }

  private static long tag(int field, int wireType) {
    return ((long) field << 3) | wireType;
  }

  /** Seven bits a byte; zero takes one byte, a negative number all ten. */
  private static int varintSize(long value) {
    return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 6) / 7);
  }

  private static void writeVarint(ByteBuffer target, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      target.put((byte) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    target.put((byte) rest);
  }
}

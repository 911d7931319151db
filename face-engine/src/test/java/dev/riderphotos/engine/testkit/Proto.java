package dev.riderphotos.engine.testkit;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A message in Protocol Buffers' wire format, right or wrong, field by field. */
public final class Proto {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public Proto number(int field, long value) {
    return write(out -> out.writeInt64(field, value));
  }

  public Proto text(int field, String value) {
    return write(out -> out.writeString(field, value));
  }

  public Proto bytes(int field, byte[] value) {
    return write(out -> out.writeByteArray(field, value));
  }

  public Proto message(int field, Proto value) {
    return bytes(field, value.toBytes());
  }

  /** A number of four bytes, as floats that are not packed are written. */
  public Proto real(int field, float value) {
    return write(out -> out.writeFloat(field, value));
  }

  public byte[] toBytes() {
    return bytes.toByteArray();
  }

  private interface Writing {
    void to(CodedOutputStream out) throws IOException;
  }

  private Proto write(Writing writing) {
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      writing.to(out);
      out.flush();
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}

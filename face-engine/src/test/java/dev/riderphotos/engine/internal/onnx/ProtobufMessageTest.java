package dev.riderphotos.engine.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The examples of protobuf.dev's page on the encoding, and a few at the limits. */
class ProtobufMessageTest {
  @Test
  void writesIntegers() {
    assertThat(hex(new ProtobufMessage().integer(1, 150))).isEqualTo("089601");
    assertThat(hex(new ProtobufMessage().integer(1, 0))).isEqualTo("0800");
    assertThat(hex(new ProtobufMessage().integer(1, 127))).isEqualTo("087f");
    assertThat(hex(new ProtobufMessage().integer(16, -1))).isEqualTo("8001ffffffffffffffffff01");
  }

  @Test
  void writesTexts() {
    assertThat(hex(new ProtobufMessage().text(2, "testing"))).isEqualTo("120774657374696e67");
  }

  @Test
  void writesMessagesWithinMessages() {
    ProtobufMessage inner = new ProtobufMessage().integer(1, 150);
    assertThat(hex(new ProtobufMessage().message(3, inner))).isEqualTo("1a03089601");
    assertThat(hex(new ProtobufMessage().message(3, new ProtobufMessage()))).isEqualTo("1a00");
  }

  @Test
  void writesFloatsAndRawNumbers() {
    assertThat(hex(new ProtobufMessage().real(2, 1))).isEqualTo("150000803f");
    assertThat(hex(new ProtobufMessage().bytesOf(9, new float[] {1, -2})))
        .isEqualTo("4a080000803f000000c0");
    assertThat(hex(new ProtobufMessage().bytesOf(9, new long[] {-1})))
        .isEqualTo("4a08ffffffffffffffff");
  }

  private static String hex(ProtobufMessage message) {
    ByteBuffer bytes = ByteBuffer.allocate(message.size()).order(ByteOrder.LITTLE_ENDIAN);
    message.writeTo(bytes);
    assertThat(bytes.hasRemaining()).isFalse();
    return HexFormat.of().formatHex(bytes.array());
  }
}

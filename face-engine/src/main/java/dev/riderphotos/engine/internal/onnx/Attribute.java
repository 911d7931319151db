package dev.riderphotos.engine.internal.onnx;

/** A setting of an ONNX operator, such as a convolution's strides. */
public final class Attribute {
  // AttributeProto of onnx.proto3
  private static final int NAME = 1;
  private static final int REAL = 2;
  private static final int INTEGER = 3;
  private static final int TEXT = 4;
  private static final int INTEGERS = 8;
  private static final int TYPE = 20;

  // AttributeProto.AttributeType
  private static final int TYPE_REAL = 1;
  private static final int TYPE_INTEGER = 2;
  private static final int TYPE_TEXT = 3;
  private static final int TYPE_INTEGERS = 7;

  private final ProtobufMessage message;

  private Attribute(ProtobufMessage message) {
    this.message = message;
  }

  public static Attribute of(String name, float value) {
    return new Attribute(named(name, TYPE_REAL).real(REAL, value));
  }

  public static Attribute of(String name, long value) {
    return new Attribute(named(name, TYPE_INTEGER).integer(INTEGER, value));
  }

  public static Attribute of(String name, String value) {
    return new Attribute(named(name, TYPE_TEXT).text(TEXT, value));
  }

  public static Attribute list(String name, long... values) {
    ProtobufMessage message = named(name, TYPE_INTEGERS);
    for (long value : values) {
      message.integer(INTEGERS, value);
    }
    return new Attribute(message);
  }

  ProtobufMessage message() {
    return message;
  }

  private static ProtobufMessage named(String name, int type) {
    return new ProtobufMessage().text(NAME, name).integer(TYPE, type);
  }
}

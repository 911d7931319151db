package dev.riderphotos.engine.internal.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * Looks through an ONNX file of somebody else's before it is loaded. Refused are operators that
 * compute as long as they like, subgraphs and functions, operators that are not ONNX's own, and
 * weights that lie in other files. Field numbers are those of <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3">onnx.proto3</a>.
 *
 * <p>Weights below {@value #DENORMAL} become zero on the way: processors take five times as long
 * for what comes of them, and no result changes by a bit.
 */
public final class OnnxFile {
  private static final float DENORMAL = 1e-15f;
  private static final Set<String> ENDLESS = Set.of("Loop", "Scan", "If");
  private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml");
  private static final int FLOAT = 1;
  private static final int EXTERNAL = 1;

  private final String name;
  private final ByteBuffer bytes;
  private final CodedInputStream in;
  private int nodes;

  private OnnxFile(String name, ByteBuffer bytes) {
    this.name = name;
    this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    this.in = CodedInputStream.newInstance(bytes.duplicate());
  }

  /** A file is not taken; the message is a sentence that says why. */
  public static final class NotTakenException extends IOException {
    NotTakenException(String message) {
      super(message);
    }
  }

  /**
   * Refuses what is not taken, and clears what is too small.
   *
   * @param name of the file, for messages
   * @param bytes the whole file; changed in place
   * @throws NotTakenException when it is not taken
   */
  public static void prepare(String name, ByteBuffer bytes) throws IOException {
    try {
      new OnnxFile(name, bytes).model();
    } catch (InvalidProtocolBufferException damaged) {
      throw new NotTakenException("%s is no ONNX file, or damaged.".formatted(name));
    }
  }

  /** Reads a field's value, whose number and type were read. */
  private interface Field {
    void read(int number, int tag) throws IOException;
  }

  private void model() throws IOException {
    fields(
        (number, tag) -> {
          switch (number) {
            case 7 -> message(tag, this::graph);
            case 8 -> message(tag, this::operatorSet);
            case 20, 25 -> throw refused("has functions or training of its own");
            default -> in.skipField(tag);
          }
        });
    if (nodes == 0) {
      throw refused("is no ONNX file, or has no operators");
    }
  }

  private void operatorSet(int number, int tag) throws IOException {
    if (number == 1) {
      requireKnown(in.readString());
    } else {
      in.skipField(tag);
    }
  }

  private void graph(int number, int tag) throws IOException {
    switch (number) {
      case 1 -> {
        nodes++;
        message(tag, this::node);
      }
      case 5 -> tensor(tag);
      case 15 -> throw refused("has sparse weights");
      default -> in.skipField(tag);
    }
  }

  private void node(int number, int tag) throws IOException {
    switch (number) {
      case 4 -> {
        String operator = in.readString();
        if (ENDLESS.contains(operator)) {
          throw refused("uses the operator %s, which may compute without end".formatted(operator));
        }
      }
      case 5 -> message(tag, this::attribute);
      case 7 -> requireKnown(in.readString());
      default -> in.skipField(tag);
    }
  }

  private void attribute(int number, int tag) throws IOException {
    switch (number) {
      case 5, 10 -> tensor(tag);
      case 6, 11 -> throw refused("has graphs inside operators");
      case 22, 23 -> throw refused("has sparse weights");
      default -> in.skipField(tag);
    }
  }

  /** The type may come after the values. */
  private final class Tensor implements Field {
    private int type;
    private int at;
    private int length;

    @Override
    public void read(int number, int tag) throws IOException {
      switch (number) {
        case 2 -> type = in.readInt32();
        case 4, 9 -> {
          if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            throw refused("has weights that are not packed");
          }
          length = in.readRawVarint32();
          at = in.getTotalBytesRead();
          in.skipRawBytes(length);
        }
        case 13 -> throw refused("has weights in another file");
        case 14 -> {
          if (in.readEnum() == EXTERNAL) {
            throw refused("has weights in another file");
          }
        }
        default -> in.skipField(tag);
      }
    }

    void clear() {
      if (type != FLOAT) {
        return;
      }
      for (int i = at; i <= at + length - Float.BYTES; i += Float.BYTES) {
        float weight = bytes.getFloat(i);
        if (weight != 0 && Math.abs(weight) < DENORMAL) {
          bytes.putFloat(i, 0);
        }
      }
    }
  }

  private void tensor(int tag) throws IOException {
    Tensor tensor = new Tensor();
    message(tag, tensor);
    tensor.clear();
  }

  private void message(int tag, Field field) throws IOException {
    if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      throw new NotTakenException("%s is no ONNX file, or damaged.".formatted(name));
    }
    int outer = in.pushLimit(in.readRawVarint32());
    fields(field);
    in.popLimit(outer);
  }

  private void fields(Field field) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      field.read(WireFormat.getTagFieldNumber(tag), tag);
    }
  }

  private void requireKnown(String domain) throws IOException {
    if (!DOMAINS.contains(domain)) {
      throw refused("uses operators that are not ONNX's own, of '%s'".formatted(domain));
    }
  }

  private NotTakenException refused(String why) {
    return new NotTakenException("%s %s, and that is not taken.".formatted(name, why));
  }
}

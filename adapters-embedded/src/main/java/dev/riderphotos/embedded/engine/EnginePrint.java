package dev.riderphotos.embedded.engine;

import dev.riderphotos.engine.Descriptor;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.OutdatedPrintException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * The engine's prints: the model version, a colon, and the descriptor's floats in base64. Prints of
 * different models are never compared.
 */
final class EnginePrint {
  private EnginePrint() {}

  static FacePrint of(ModelVersion version, Descriptor descriptor) {
    return new FacePrint(
        version.id() + ":" + Base64.getEncoder().encodeToString(bytes(descriptor.toFloats())));
  }

  /**
   * The version of the model that made it.
   *
   * @throws IllegalArgumentException if none did
   */
  static ModelVersion version(FacePrint print) {
    return ModelVersion.of(print.value().substring(0, Math.max(0, print.value().indexOf(':'))));
  }

  /**
   * The descriptor, if this model made it.
   *
   * @throws OutdatedPrintException if another did
   */
  static float[] floats(ModelVersion version, FacePrint print) {
    String prefix = version.id() + ":";
    if (!print.value().startsWith(prefix)) {
      throw new OutdatedPrintException();
    }
    return floats(Base64.getDecoder().decode(print.value().substring(prefix.length())));
  }

  static byte[] bytes(float[] floats) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * floats.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(floats);
    return bytes.array();
  }

  static float[] floats(byte[] bytes) {
    float[] floats = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
    return floats;
  }
}

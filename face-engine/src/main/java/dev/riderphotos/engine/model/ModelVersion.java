package dev.riderphotos.engine.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How landmarks and descriptors are computed. A collection of descriptors is bound to the version
 * it was made with: those of different versions cannot be compared.
 *
 * @param base the built-in model
 * @param pack what an owner added to it; null if nothing
 */
public record ModelVersion(BaseModel base, @Nullable PackId pack) {
  /** The arithmetic of the JavaScript library face-api. */
  public static final ModelVersion FACEAPI_1 = new ModelVersion(BaseModel.FACEAPI_1, null);

  /** The same networks used with more care. */
  public static final ModelVersion FACEAPI_2 = new ModelVersion(BaseModel.FACEAPI_2, null);

  /** The version for whatever starts new. */
  public static final ModelVersion DEFAULT = FACEAPI_2;

  /** The name under which a version is stored and configured, such as {@code faceapi-2+ID@1}. */
  public String id() {
    return pack == null ? base.id() : base.id() + "+" + pack;
  }

  /**
   * The version of an {@link #id}. Whether its pack is there is another question.
   *
   * @throws IllegalArgumentException when it names no base model, or no pack as packs are named;
   *     the message names what there is
   */
  public static ModelVersion of(String id) {
    int plus = id.indexOf('+');
    Optional<BaseModel> base = BaseModel.of(plus < 0 ? id : id.substring(0, plus));
    PackId pack = plus < 0 ? null : PackId.of(id.substring(plus + 1));
    return base.map(found -> new ModelVersion(found, pack))
        .orElseThrow(() -> new IllegalArgumentException(unknown(id)));
  }

  private static String unknown(String id) {
    return ("No model version '%s'. There are: faceapi-1, faceapi-2, and packs as"
            + " faceapi-2+ID@VERSION")
        .formatted(id);
  }

  @Override
  public String toString() {
    return id();
  }
}

package dev.riderphotos.engine;

import java.util.Arrays;

/**
 * How landmarks and descriptors are computed. A collection of descriptors is bound to the version
 * it was made with: those of different versions cannot be compared.
 */
public enum ModelVersion {
  /**
   * The arithmetic of the JavaScript library face-api: one pass of the landmark network, one
   * upright crop described.
   */
  FACEAPI_1("faceapi-1"),

  /**
   * The same networks used with more care: landmarks in two passes, eyes levelled, the face and its
   * mirror image described and averaged. Fewer errors for about twice the time a face; see
   * RATIONALE.md.
   */
  FACEAPI_2("faceapi-2");

  /** The version for whatever starts new. */
  public static final ModelVersion DEFAULT = FACEAPI_2;

  private final String id;

  ModelVersion(String id) {
    this.id = id;
  }

  /** The name under which a version is stored and configured. */
  public String id() {
    return id;
  }

  /**
   * The version of an {@link #id}.
   *
   * @throws IllegalArgumentException when there is none; the message names those there are
   */
  public static ModelVersion of(String id) {
    return Arrays.stream(values())
        .filter(version -> version.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(id)));
  }

  private static String unknown(String id) {
    return "No model version '%s'. There are: %s"
        .formatted(id, String.join(", ", Arrays.stream(values()).map(ModelVersion::id).toList()));
  }
}

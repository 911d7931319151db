package dev.riderphotos.engine.model;

import java.util.Arrays;
import java.util.Optional;

/** A model that is built in. All packs stand on one of them. */
public enum BaseModel {
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

  /** How many numbers a descriptor of either has. */
  public static final int LENGTH = 128;

  private final String id;

  BaseModel(String id) {
    this.id = id;
  }

  /** The name under which it is stored and configured. */
  public String id() {
    return id;
  }

  /** Finds the one of this name; empty if there is none. */
  static Optional<BaseModel> of(String id) {
    return Arrays.stream(values()).filter(base -> base.id.equals(id)).findFirst();
  }
}

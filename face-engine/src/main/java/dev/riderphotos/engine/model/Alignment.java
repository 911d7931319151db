package dev.riderphotos.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a face is laid into a network's input. */
public enum Alignment {
  /**
   * Five points (eyes, tip of the nose, corners of the mouth) by the least-squares similarity onto
   * the places that ArcFace, SFace and many others were trained on, for a side of 112 pixels.
   */
  @JsonProperty("arcface-112")
  ARCFACE_112,

  /** Eyes level, from the brows to the chin, as the built-in network is given it. */
  @JsonProperty("dlib-150")
  DLIB_150
}

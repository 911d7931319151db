package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.Processor;

/** In which numbers faces are looked for; for {@code faceapi-1} always as the library does it. */
public enum DetectorPrecision {
  /** As the network was trained. */
  FLOAT,

  /**
   * With 8 bits, and where that leaves a doubt once more in float: the same faces, in less time on
   * processors that multiply bytes.
   */
  INT8;

  /** Which is faster on this processor; float where that is not known. */
  public static DetectorPrecision ofProcessor() {
    return Processor.multipliesBytes() ? INT8 : FLOAT;
  }
}

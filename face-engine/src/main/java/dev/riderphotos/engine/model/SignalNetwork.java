package dev.riderphotos.engine.model;

import static java.util.Objects.requireNonNull;

/**
 * A network of a pack that gives a signal: the softmax of its output, of which one class is the
 * score.
 *
 * @param margin how many times larger than the face's box, or the eye, the square is that it sees:
 *     1 to 5
 * @param output how many classes it has, 2 to 100
 * @param index the class whose share is the score, from 0
 * @param threshold the signal is raised by a score that is not above this, 0 to 1
 */
public record SignalNetwork(
    String file,
    String sha256,
    NetworkInput input,
    float margin,
    int output,
    int index,
    float threshold)
    implements PackFile {
  /** Takes it as it is, if it is as above. */
  public SignalNetwork {
    PackFile.check(file, sha256);
    requireNonNull(input, "input is missing");
    if (!(margin >= 1) || margin > 5) {
      throw new IllegalArgumentException("a signal's margin is 1 to 5");
    }
    if (output < 2 || output > 100 || index < 0 || index >= output) {
      throw new IllegalArgumentException(
          "a signal's output has 2 to 100 classes, and its index is one of them");
    }
    if (!(threshold >= 0) || threshold > 1) {
      throw new IllegalArgumentException("a signal's threshold is 0 to 1");
    }
  }
}

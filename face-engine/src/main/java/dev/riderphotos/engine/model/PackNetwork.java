package dev.riderphotos.engine.model;

import static java.util.Objects.requireNonNull;

/**
 * A network of a pack that describes faces.
 *
 * @param output how many numbers it gives, 1 to 1,920
 * @param weight what its output, made length 1, is multiplied by before it is appended to the
 *     descriptor: above 0, at most 10
 */
public record PackNetwork(
    String file, String sha256, NetworkInput input, Alignment alignment, int output, float weight)
    implements PackFile {
  private static final int MOST = ModelPack.LONGEST_DESCRIPTOR - BaseModel.LENGTH;

  /** Takes it as it is, if it is as above. */
  public PackNetwork {
    PackFile.check(file, sha256);
    requireNonNull(input, "input is missing");
    requireNonNull(alignment, "alignment is missing");
    if (output < 1 || output > MOST) {
      throw new IllegalArgumentException(
          "a network's output has 1 to %,d numbers, not %,d".formatted(MOST, output));
    }
    if (!(weight > 0) || weight > 10) {
      throw new IllegalArgumentException("a network's weight is above 0 and at most 10");
    }
    if (input.colours() == NetworkInput.Colours.GREY) {
      throw new IllegalArgumentException("a network that describes faces sees colours");
    }
  }
}

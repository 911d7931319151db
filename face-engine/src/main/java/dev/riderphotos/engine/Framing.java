package dev.riderphotos.engine;

import static dev.riderphotos.engine.internal.network.SsdMobilenetV1.INPUT_SIZE;

import java.util.List;

/**
 * How a canvas lies in the detector's input: in the corner at the top left of a black square.
 *
 * @param width of the canvas, in whole pixels of the input
 * @param height likewise
 */
record Framing(Crop canvas, int width, int height) {
  /**
   * A face that is nearer to an end of the picture, in pixels of the input, may look different
   * where the black beyond is left out. RATIONALE.md has the figures.
   */
  private static final int NEAR = 48;

  static Framing of(Crop canvas) {
    return new Framing(
        canvas, inInput(canvas.width(), canvas.side()), inInput(canvas.height(), canvas.side()));
  }

  private static int inInput(int length, int side) {
    long inInput = Math.round((double) length * INPUT_SIZE / side);
    return (int) Math.max(1, inInput); // a thread-like picture rounds to nothing
  }

  /** So much of the input as tells all but faces near an end of the picture. */
  InputArea area() {
    return InputArea.of(width, height);
  }

  /**
   * Whether something that may be a face is so near to an end of the picture, beyond which an area
   * leaves out the black, that the whole must be looked at.
   *
   * @param proposals in shares of the input
   */
  boolean leavesDoubt(List<Detection> proposals, InputArea area) {
    return proposals.stream().anyMatch(proposal -> isNearEnd(proposal.box(), area));
  }

  private boolean isNearEnd(Box face, InputArea area) {
    return area.width() < INPUT_SIZE && face.right() * INPUT_SIZE > width - NEAR
        || area.height() < INPUT_SIZE && face.bottom() * INPUT_SIZE > height - NEAR;
  }

  /** A box in shares of the input, in pixels of the picture. */
  Box toImage(Box share) {
    float perShareX = canvas.width() * ((float) INPUT_SIZE / width);
    float perShareY = canvas.height() * ((float) INPUT_SIZE / height);
    return new Box(
        share.x() * perShareX + canvas.x(),
        share.y() * perShareY + canvas.y(),
        share.width() * perShareX,
        share.height() * perShareY);
  }
}

package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.SsdMobilenetV1;
import java.util.ArrayList;
import java.util.List;

/** Decodes the detector's output, which is relative to boxes that were fixed before training. */
final class PriorBoxes {
  /** What scores less is not proposed at all: it is no face, whatever way it is looked at. */
  private static final float LEAST_PROPOSED = 0.1f;

  private static final float LEAST_SCORE = 0.5f;

  /** The library allows 0.5; but one face can have two boxes that overlap by 0.47. */
  static final float MOST_OVERLAP = 0.4f;

  private static final int MOST_FACES = 100;
  private static final int FACE_CLASS = 1;
  // The variances of the box encoding, as MobileNet SSDs are trained with.
  private static final float SHIFT = 10;
  private static final float GROWTH = 5;

  private final float[] priors;

  /**
   * @param priors four numbers each: top, left, bottom, right
   */
  PriorBoxes(float[] priors) {
    this.priors = priors;
  }

  /** Those that an area of the input has. */
  PriorBoxes of(InputArea area) {
    return new PriorBoxes(SsdMobilenetV1.priors(priors, area.height(), area.width()));
  }

  /** Of all proposals the faces, surest first, in shares of the square, and not beyond it. */
  static List<Detection> faces(List<Detection> proposals) {
    List<Detection> sure =
        proposals.stream().filter(proposal -> proposal.score() > LEAST_SCORE).toList();
    return Detection.strongest(sure, MOST_OVERLAP, MOST_FACES).stream()
        .map(face -> new Detection(face.box().within(1, 1), face.score()))
        .toList();
  }

  /**
   * All boxes that may be of faces, several of each, in shares of the square; they may leave it.
   *
   * @param encodings four numbers a prior: how the centre (y, x) and the size (height, width)
   *     differ
   * @param scores one number a prior and class, before the sigmoid
   */
  List<Detection> proposals(float[] encodings, float[] scores) {
    List<Detection> all = new ArrayList<>();
    for (int prior = 0; prior < priors.length / 4; prior++) {
      float score = sigmoid(scores[prior * SsdMobilenetV1.CLASSES + FACE_CLASS]);
      if (score > LEAST_PROPOSED) {
        all.add(new Detection(box(encodings, prior * 4), score));
      }
    }
    return all;
  }

  private Box box(float[] encodings, int at) {
    float priorHeight = priors[at + 2] - priors[at];
    float priorWidth = priors[at + 3] - priors[at + 1];
    float centreY = priors[at] + priorHeight / 2 + encodings[at] / SHIFT * priorHeight;
    float centreX = priors[at + 1] + priorWidth / 2 + encodings[at + 1] / SHIFT * priorWidth;
    float height = (float) Math.exp(encodings[at + 2] / GROWTH) * priorHeight;
    float width = (float) Math.exp(encodings[at + 3] / GROWTH) * priorWidth;
    return new Box(centreX - width / 2, centreY - height / 2, width, height);
  }

  private static float sigmoid(float value) {
    return (float) (1 / (1 + Math.exp(-value)));
  }
}

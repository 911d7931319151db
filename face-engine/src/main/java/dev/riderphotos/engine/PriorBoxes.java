package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.SsdMobilenetV1;
import java.util.ArrayList;
import java.util.List;

/** Decodes the detector's output, which is relative to boxes that were fixed before training. */
final class PriorBoxes {
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

  /**
   * The faces, surest first, in shares of the network's input, and not beyond it.
   *
   * @param encodings four numbers a prior: how the centre (y, x) and the size (height, width)
   *     differ
   * @param scores one number a prior and class, before the sigmoid
   */
  List<Detection> faces(float[] encodings, float[] scores) {
    List<Detection> all = proposals(encodings, scores, LEAST_SCORE);
    return Detection.strongest(all, MOST_OVERLAP, MOST_FACES).stream()
        .map(face -> new Detection(face.box().within(1, 1), face.score()))
        .toList();
  }

  /** All boxes of more than a score, also those of one face; they may leave the input. */
  List<Detection> proposals(float[] encodings, float[] scores, float leastScore) {
    List<Detection> all = new ArrayList<>();
    for (int prior = 0; prior < SsdMobilenetV1.PRIORS; prior++) {
      float score = sigmoid(scores[prior * SsdMobilenetV1.CLASSES + FACE_CLASS]);
      if (score > leastScore) {
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

package dev.riderphotos.embedded.engine;

import dev.riderphotos.engine.model.DuplicateLimits;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.face.DuplicateRule.FalseAlarms;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;

/** What the duplicate rule means in a model's measure: its limits, or its similarity curve. */
final class DuplicateDistance {
  private DuplicateDistance() {}

  /** The largest distance of a duplicate in a collection of so many faces. */
  static double most(FaceModel model, DuplicateRule rule, long faces) {
    return switch (rule) {
      case FixedSimilarity(double similarity) -> model.similarity().distance(similarity);
      case FalseAlarms(double rate) ->
          model.duplicateLimits().at(Math.max(1, faces) * DuplicateLimits.RATE / rate);
    };
  }
}

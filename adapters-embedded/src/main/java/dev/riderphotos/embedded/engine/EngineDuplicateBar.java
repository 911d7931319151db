package dev.riderphotos.embedded.engine;

import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.migration.DuplicateBar;
import java.util.function.Function;

/** The duplicate rule in the measure of our own models. */
public final class EngineDuplicateBar implements DuplicateBar {
  private final Function<ModelVersion, FaceModel> models;
  private final DuplicateRule rule;

  public EngineDuplicateBar(Function<ModelVersion, FaceModel> models, DuplicateRule rule) {
    this.models = models;
    this.rule = rule;
  }

  @Override
  public double similarity(String modelVersion, long faces) {
    FaceModel model = models.apply(ModelVersion.of(modelVersion));
    int size = Math.toIntExact(Math.min(faces, Integer.MAX_VALUE));
    return model.similarity().similarity(DuplicateDistance.most(model, rule, size));
  }
}

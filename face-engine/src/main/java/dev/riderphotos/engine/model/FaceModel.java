package dev.riderphotos.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * A face model: how faces are described, and what the distances of its descriptors mean.
 *
 * @param length how many numbers a descriptor has, at most {@value ModelPack#LONGEST_DESCRIPTOR}
 * @param similarity what a distance is on Rekognition's scale
 * @param duplicateLimits up to which distance two faces are one person's
 * @param userSpread what the squared distance to the mean of many photos of a person lacks
 * @param pack what an owner added; null for a built-in model
 */
public record FaceModel(
    ModelVersion version,
    int length,
    SimilarityCurve similarity,
    DuplicateLimits duplicateLimits,
    double userSpread,
    @Nullable ModelPack pack) {
  private static final double FACEAPI_USER_SPREAD = 0.035;

  /** A built-in model. */
  public static FaceModel of(BaseModel base) {
    return new FaceModel(
        new ModelVersion(base, null),
        BaseModel.LENGTH,
        SimilarityCurve.FACEAPI,
        DuplicateLimits.FACEAPI,
        FACEAPI_USER_SPREAD,
        null);
  }

  static FaceModel of(ModelPack pack) {
    PackManifest manifest = pack.manifest();
    return new FaceModel(
        pack.version(),
        BaseModel.LENGTH + manifest.networks().stream().mapToInt(PackNetwork::output).sum(),
        new SimilarityCurve(manifest.similarity()),
        new DuplicateLimits(manifest.duplicateLimits()),
        manifest.userSpread(),
        pack);
  }
}

package dev.riderphotos.aws.rekognition;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tables of faces that no other test uses. */
public final class FaceTablesOnAws {
  private FaceTablesOnAws() {}

  static FaceTables create(Aws aws) {
    return new FaceTables(aws.newTable(FaceTables::faces), aws.newTable(FaceTables::claims));
  }

  public static RiderFacesSettings terms(FaceTables tables) {
    return terms(tables, null);
  }

  public static RiderFacesSettings terms(FaceTables tables, @Nullable String faceModel) {
    return new RiderFacesSettings(
        "riders",
        tables,
        new FixedSimilarity(70),
        faceModel,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10));
  }
}

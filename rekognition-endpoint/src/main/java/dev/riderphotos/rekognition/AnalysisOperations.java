package dev.riderphotos.rekognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.face.FaceAnalysis;
import dev.riderphotos.face.FaceAnalysis.Subject;
import dev.riderphotos.face.FaceComparison;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.SeenFace;
import dev.riderphotos.rekognition.Shapes.BoundingBox;
import dev.riderphotos.rekognition.Shapes.SeenFaceDetail;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.UpperCamelCaseStrategy;
import java.util.List;

/** Looks at images and keeps nothing. */
final class AnalysisOperations {
  private final FaceAnalysis analysis;
  private final Images images;

  AnalysisOperations(FaceAnalysis analysis, Images images) {
    this.analysis = analysis;
    this.images = images;
  }

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DetectFacesResponse(List<SeenFaceDetail> faceDetails) {}

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CompareFacesResponse(
      ComparedSourceImageFace sourceImageFace,
      List<CompareFacesMatch> faceMatches,
      List<SeenFaceDetail> unmatchedFaces) {
    static CompareFacesResponse of(SeenFace source, FaceComparison comparison) {
      return new CompareFacesResponse(
          ComparedSourceImageFace.of(source.detail()),
          comparison.matches().stream().map(CompareFacesMatch::of).toList(),
          comparison.unmatched().stream().map(CompareFacesResponse::compared).toList());
    }

    private static SeenFaceDetail compared(SeenFace face) {
      return SeenFaceDetail.of(face, FaceAttributes.USUAL);
    }
  }

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ComparedSourceImageFace(BoundingBox boundingBox, float confidence) {
    static ComparedSourceImageFace of(FaceDetail face) {
      return new ComparedSourceImageFace(BoundingBox.of(face.box()), (float) face.confidence());
    }
  }

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CompareFacesMatch(float similarity, SeenFaceDetail face) {
    static CompareFacesMatch of(FaceComparison.Match match) {
      return new CompareFacesMatch(
          (float) match.similarity(), SeenFaceDetail.of(match.face(), FaceAttributes.USUAL));
    }
  }

  DetectFacesResponse detect(Input request) {
    FaceAttributes wanted = FaceAttributes.of(request, "Attributes");
    return images.with(
        request,
        "Image",
        image ->
            new DetectFacesResponse(
                analysis.analyse(image).stream()
                    .map(face -> SeenFaceDetail.of(face, wanted))
                    .toList()));
  }

  CompareFacesResponse compare(Input request) {
    double minSimilarity = Members.similarity(request, "SimilarityThreshold");
    QualityFilter filter = Members.filter(request, QualityFilter.NONE);
    Subject source =
        images
            .with(request, "SourceImage", image -> analysis.largest(image, filter))
            .orElseThrow(RekognitionException::noFace);
    FaceComparison comparison =
        images.with(
            request,
            "TargetImage",
            image -> analysis.compare(source.print(), image, minSimilarity, filter));
    if (comparison.matches().isEmpty() && comparison.unmatched().isEmpty()) {
      throw RekognitionException.noFace();
    }
    return CompareFacesResponse.of(source.seen(), comparison);
  }
}

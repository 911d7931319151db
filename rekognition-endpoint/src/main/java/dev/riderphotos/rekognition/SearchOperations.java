package dev.riderphotos.rekognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.FaceSearch;
import dev.riderphotos.face.FaceCollections.ImageSearch;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceCollections.SearchedImage;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.rekognition.Shapes.BoundingBox;
import dev.riderphotos.rekognition.Shapes.FaceMatch;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.UpperCamelCaseStrategy;
import java.util.List;

/** Searches a collection. */
final class SearchOperations {
  private final FaceCollections collections;
  private final Images images;

  SearchOperations(FaceCollections collections, Images images) {
    this.collections = collections;
    this.images = images;
  }

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SearchFacesResponse(
      String searchedFaceId, List<FaceMatch> faceMatches, String faceModelVersion) {}

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SearchFacesByImageResponse(
      BoundingBox searchedFaceBoundingBox,
      float searchedFaceConfidence,
      List<FaceMatch> faceMatches,
      String faceModelVersion) {
    static SearchFacesByImageResponse of(ImageSearch search) {
      return search.faces().stream()
          .findFirst()
          .map(
              face ->
                  new SearchFacesByImageResponse(
                      BoundingBox.of(face.box()),
                      (float) face.confidence(),
                      FaceMatch.all(face.matches(), search.modelVersion()),
                      search.modelVersion()))
          .orElseThrow(RekognitionException::noFace);
    }
  }

  SearchFacesResponse byFace(Input request) {
    CollectionId id = Members.collection(request);
    FaceId face = Members.face(request);
    Matching matching = Members.matching(request);
    FaceSearch search =
        collections.search(id, face, matching).orElseThrow(() -> neitherFaceNor(id));
    return new SearchFacesResponse(
        face.value(),
        FaceMatch.all(search.matches(), search.modelVersion()),
        search.modelVersion());
  }

  SearchFacesByImageResponse byImage(Input request) {
    CollectionId id = Members.collection(request);
    Matching matching = Members.matching(request);
    QualityFilter filter = Members.filter(request, QualityFilter.NONE);
    return images.with(
        request,
        "Image",
        image ->
            collections
                .search(id, new SearchedImage(image, false, filter), matching)
                .map(SearchFacesByImageResponse::of)
                .orElseThrow(() -> RekognitionException.noCollection(id)));
  }

  private RekognitionException neitherFaceNor(CollectionId id) {
    return collections.describe(id).isPresent()
        ? RekognitionException.noFaceOfId()
        : RekognitionException.noCollection(id);
  }
}

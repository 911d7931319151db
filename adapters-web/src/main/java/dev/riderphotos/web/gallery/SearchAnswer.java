package dev.riderphotos.web.gallery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.gallery.GallerySearch.Found;
import dev.riderphotos.gallery.GallerySearch.SearchedFace;
import dev.riderphotos.web.gallery.Shapes.BoundingBox;
import dev.riderphotos.web.gallery.Shapes.FaceMatch;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.UpperCamelCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is on a photo.
 *
 * @param faces of its largest face
 * @param matchedFaces who it may be, the most similar first
 * @param searches of every face, the largest first, if that was asked for
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record SearchAnswer(
    Faces faces,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<String> matchedFaces,
    @Nullable List<Search> searches) {

  /** As Rekognition answers SearchFacesByImage. */
  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Faces(
      BoundingBox searchedFaceBoundingBox,
      double searchedFaceConfidence,
      List<FaceMatch> faceMatches,
      String faceModelVersion) {}

  /**
   * One face of the photo.
   *
   * @param id names this face of this photo, whenever it is searched for
   * @param name of the best match; none if there is no match that has one
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Search(
      String id,
      BoundingBox boundingBox,
      List<FaceMatch> faceMatches,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name) {}

  static SearchAnswer of(Found found, boolean everyFace) {
    SearchedFace largest = found.faces().getFirst();
    return new SearchAnswer(
        new Faces(
            BoundingBox.of(largest.box()),
            largest.confidence(),
            matches(largest, found),
            found.modelVersion()),
        largest.labels(),
        everyFace ? found.faces().stream().map(face -> search(face, found)).toList() : null);
  }

  private static Search search(SearchedFace face, Found found) {
    return new Search(
        face.id().value(),
        BoundingBox.of(face.box()),
        matches(face, found),
        face.labels().stream().findFirst().orElse(null));
  }

  private static List<FaceMatch> matches(SearchedFace face, Found found) {
    return face.matches().stream().map(match -> FaceMatch.of(match, found.modelVersion())).toList();
  }
}

package dev.riderphotos.rekognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.rekognition.Shapes.Face;
import dev.riderphotos.rekognition.Shapes.FaceRecord;
import dev.riderphotos.rekognition.Shapes.SeenFaceDetail;
import dev.riderphotos.rekognition.Shapes.UnindexedFace;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.UpperCamelCaseStrategy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Indexes, lists and deletes the faces of a collection. */
final class FaceOperations {
  private final FaceCollections collections;
  private final Images images;

  FaceOperations(FaceCollections collections, Images images) {
    this.collections = collections;
    this.images = images;
  }

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record IndexFacesResponse(
      List<FaceRecord> faceRecords, String faceModelVersion, List<UnindexedFace> unindexedFaces) {
    static IndexFacesResponse of(Indexing indexing, FaceAttributes wanted) {
      return new IndexFacesResponse(
          indexing.indexed().stream()
              .map(
                  face ->
                      new FaceRecord(Face.of(face.face()), SeenFaceDetail.of(face.seen(), wanted)))
              .toList(),
          indexing.modelVersion(),
          indexing.unindexed().stream()
              .map(face -> UnindexedFace.of(face.reasons(), SeenFaceDetail.of(face.seen(), wanted)))
              .toList());
    }
  }

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ListFacesResponse(List<Face> faces, @Nullable String nextToken, String faceModelVersion) {}

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeleteFacesResponse(
      List<String> deletedFaces, List<UnsuccessfulFaceDeletion> unsuccessfulFaceDeletions) {}

  @Serdeable.Serializable(naming = UpperCamelCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UnsuccessfulFaceDeletion(String faceId, List<String> reasons) {
    static UnsuccessfulFaceDeletion notFound(FaceId face) {
      return new UnsuccessfulFaceDeletion(face.value(), List.of("FACE_NOT_FOUND"));
    }
  }

  IndexFacesResponse index(Input request) {
    CollectionId id = Members.collection(request);
    ExternalImageId name = Members.externalImageId(request).orElse(null);
    int maxFaces = request.integer("MaxFaces", 1, Integer.MAX_VALUE, NewFaces.ALL);
    QualityFilter filter = Members.filter(request, QualityFilter.AUTO);
    FaceAttributes wanted = FaceAttributes.of(request, "DetectionAttributes");
    Indexing indexing =
        images.with(
            request,
            "Image",
            image ->
                collections
                    .index(id, new NewFaces(image, name, maxFaces, filter))
                    .orElseThrow(() -> RekognitionException.noCollection(id)));
    return IndexFacesResponse.of(indexing, wanted);
  }

  ListFacesResponse list(Input request) {
    CollectionId id = Members.collection(request);
    Cursor after = Members.cursor(request);
    int limit = Members.pageSize(request);
    FacePage page =
        Members.facesIfGiven(request)
            .map(only -> collections.faces(id, only))
            .orElseGet(() -> Members.page(() -> collections.faces(id, after, limit)))
            .orElseThrow(() -> RekognitionException.noCollection(id));
    return new ListFacesResponse(
        page.faces().stream().map(Face::of).toList(),
        page.next() == null ? null : page.next().value(),
        page.modelVersion());
  }

  DeleteFacesResponse delete(Input request) {
    CollectionId id = Members.collection(request);
    List<FaceId> wanted = Members.faces(request);
    Set<FaceId> deleted =
        collections
            .deleteFaces(id, wanted)
            .map(LinkedHashSet::new)
            .orElseThrow(() -> RekognitionException.noCollection(id));
    return new DeleteFacesResponse(
        deleted.stream().map(FaceId::value).toList(),
        wanted.stream()
            .distinct()
            .filter(face -> !deleted.contains(face))
            .map(UnsuccessfulFaceDeletion::notFound)
            .toList());
  }
}

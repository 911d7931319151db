package dev.riderphotos.rekognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.CollectionUsers.FaceDeletion;
import dev.riderphotos.face.CollectionUsers.NotFound;
import dev.riderphotos.face.CollectionUsers.OfUser;
import dev.riderphotos.face.CollectionUsers.Undeleted;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.UserId;
import dev.riderphotos.rekognition.Shapes.Face;
import dev.riderphotos.rekognition.Shapes.FaceRecord;
import dev.riderphotos.rekognition.Shapes.SeenFaceDetail;
import dev.riderphotos.rekognition.Shapes.UnindexedFace;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.UpperCamelCaseStrategy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Indexes, lists and deletes the faces of a collection. */
final class FaceOperations {
  private final FaceCollections collections;
  private final CollectionUsers users;
  private final Images images;

  FaceOperations(FaceCollections collections, CollectionUsers users, Images images) {
    this.collections = collections;
    this.users = users;
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
                      new FaceRecord(
                          Face.of(face.face(), indexing.modelVersion()),
                          SeenFaceDetail.of(face.seen(), wanted)))
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
  record UnsuccessfulFaceDeletion(String faceId, @Nullable String userId, List<String> reasons) {
    static UnsuccessfulFaceDeletion of(Undeleted face) {
      String id = face.face().value();
      return switch (face) {
        case NotFound _ -> new UnsuccessfulFaceDeletion(id, null, List.of("FACE_NOT_FOUND"));
        case OfUser(_, UserId user) ->
            new UnsuccessfulFaceDeletion(
                id, user.value(), List.of("ASSOCIATED_TO_AN_EXISTING_USER"));
      };
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
    FacePage page =
        Members.page(() -> page(request, id))
            .orElseThrow(() -> RekognitionException.noCollection(id));
    return new ListFacesResponse(
        page.faces().stream().map(face -> Face.of(face, page.modelVersion())).toList(),
        page.next() == null ? null : page.next().value(),
        page.modelVersion());
  }

  DeleteFacesResponse delete(Input request) {
    CollectionId id = Members.collection(request);
    List<FaceId> wanted = Members.faces(request);
    FaceDeletion deletion =
        users.deleteFaces(id, wanted).orElseThrow(() -> RekognitionException.noCollection(id));
    return new DeleteFacesResponse(
        deletion.deleted().stream().map(FaceId::value).toList(),
        deletion.others().stream().map(UnsuccessfulFaceDeletion::of).toList());
  }

  /** All faces, or those that are asked for: of a user, or by their ids, or both. */
  private Optional<FacePage> page(Input request, CollectionId id) {
    Cursor after = Members.cursor(request);
    int limit = Members.pageSize(request);
    Optional<List<FaceId>> only = Members.facesIfGiven(request);
    Optional<UserId> user = Members.userIfGiven(request);
    if (only.isPresent()) {
      return collections.faces(id, only.get()).map(page -> ofUser(page, user));
    }
    return user.isPresent()
        ? users.faces(id, user.get(), after, limit)
        : collections.faces(id, after, limit);
  }

  private static FacePage ofUser(FacePage page, Optional<UserId> user) {
    return user.isEmpty()
        ? page
        : new FacePage(
            page.modelVersion(),
            page.faces().stream().filter(face -> user.get().equals(face.user())).toList(),
            page.next());
  }
}

package dev.riderphotos.web.gallery;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.Appearance;
import dev.riderphotos.gallery.DeleteFace;
import dev.riderphotos.gallery.GalleryListing;
import dev.riderphotos.gallery.RestoreFace;
import dev.riderphotos.gallery.TellApart;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.gallery.FaceAnswer.Distinction;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The faces that are indexed, for operators. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Gallery")
class FaceController {
  private static final int MOST = 1000;

  private final GalleryListing gallery;
  private final DeleteFace deletion;
  private final RestoreFace restoration;
  private final TellApart telling;

  FaceController(
      GalleryListing gallery, DeleteFace deletion, RestoreFace restoration, TellApart telling) {
    this.gallery = gallery;
    this.deletion = deletion;
    this.restoration = restoration;
    this.telling = telling;
  }

  @Operation(
      summary = "The faces of a collection, page by page",
      description = "Of the gallery's own, unless another is named. Pages: next becomes cursor.")
  @Get("/faces")
  FaceAnswer.Page list(
      @QueryValue @Nullable String collection,
      @QueryValue @Nullable String cursor,
      @QueryValue(defaultValue = "100") int limit) {
    CollectionId id =
        collection == null
            ? gallery.collection()
            : ProblemException.unless(() -> new CollectionId(collection));
    Cursor after = cursor == null ? null : new Cursor(cursor);
    GalleryListing.Page page =
        ProblemException.unless(() -> gallery.faces(id, after, Math.clamp(limit, 1, MOST)))
            .orElseThrow(() -> ProblemException.notFound("There is no such collection."));
    return FaceAnswer.Page.of(id, page);
  }

  @Operation(summary = "A face of the gallery")
  @Get("/faces/{faceId}")
  FaceAnswer face(String faceId) {
    return gallery.face(id(faceId)).map(FaceAnswer::of).orElseThrow(FaceController::noFace);
  }

  @Operation(
      summary = "A face, cut out of its photo",
      description = "404 also while its photo is being replaced, or if it did not come by one.")
  @Get(uri = "/faces/{faceId}/crop", produces = MediaType.IMAGE_PNG)
  byte[] crop(String faceId) {
    return gallery.crop(id(faceId)).map(Photo::bytes).orElseThrow(FaceController::noFace);
  }

  @Operation(
      summary = "Delete a face",
      description =
          "At once: no search finds it any more, and nothing that could recognise it is kept. As"
              + " long as its photo is there, undo indexes it anew.")
  @Delete("/faces/{faceId}")
  FaceAnswer.Deleted delete(String faceId) {
    return switch (deletion.delete(id(faceId))) {
      case RESTORABLE -> new FaceAnswer.Deleted(faceId, "/v1/faces/" + faceId + "/restore");
      case FINAL -> new FaceAnswer.Deleted(faceId, null);
      case UNKNOWN -> throw noFace();
    };
  }

  @Operation(
      summary = "Take back that a face was deleted",
      description = "It is indexed again from its photo, and has a new FaceId.")
  @Post("/faces/{faceId}/restore")
  FaceAnswer restore(String faceId) {
    return restoration
        .restore(id(faceId))
        .map(FaceAnswer::of)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "No such face was deleted, or its photo is not there any more."));
  }

  @Operation(
      summary = "Not this person: a face of a photo is not who the search said",
      description =
          "searchedId is the id of one of the searches of faces=all. From now on this face of this"
              + " photo and that face of the gallery are left out of each other's matches. Kept is"
              + " one hash of each, of the photo's bytes and the face's place in it; other matches,"
              + " other copies of the picture and the threshold stay as they are: nothing is"
              + " learnt from it.")
  @Delete("/searches/{searchedId}/matches/{faceId}")
  Distinction tellApart(String searchedId, String faceId) {
    return telling
        .tellApart(appearance(searchedId), id(faceId))
        .map(face -> Distinction.of(searchedId, face, true))
        .orElseThrow(FaceController::noFace);
  }

  @Operation(summary = "Take back that a face is not who the search said")
  @Put("/searches/{searchedId}/matches/{faceId}")
  Distinction takeBack(String searchedId, String faceId) {
    return telling
        .takeBack(appearance(searchedId), id(faceId))
        .map(face -> Distinction.of(searchedId, face, false))
        .orElseThrow(FaceController::noFace);
  }

  private static FaceId id(String text) {
    return ProblemException.unless(() -> new FaceId(text));
  }

  private static Appearance appearance(String text) {
    return ProblemException.unless(() -> new Appearance(text));
  }

  private static ProblemException noFace() {
    return ProblemException.notFound("There is no such face.");
  }
}

package dev.riderphotos.web.gallery;

import dev.riderphotos.gallery.DeletePhoto;
import dev.riderphotos.gallery.GallerySearch;
import dev.riderphotos.gallery.IndexPhoto;
import dev.riderphotos.gallery.PhotoIndexing;
import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.gallery.SearchGallery;
import dev.riderphotos.web.Bodies;
import dev.riderphotos.web.PhotoProblems;
import dev.riderphotos.web.PhotoUploads;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Photos into the gallery by their names, and the search for who is on others. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Gallery")
class GalleryController {
  private static final String EVERY_FACE = "all";

  private final IndexPhoto indexing;
  private final DeletePhoto deletion;
  private final SearchGallery search;
  private final PhotoUploads uploads;
  private final Bodies bodies;

  GalleryController(
      IndexPhoto indexing,
      DeletePhoto deletion,
      SearchGallery search,
      PhotoUploads uploads,
      Bodies bodies) {
    this.indexing = indexing;
    this.deletion = deletion;
    this.search = search;
    this.uploads = uploads;
    this.bodies = bodies;
  }

  @Operation(
      summary = "Index the faces of a photo under its file name",
      description =
          "The body is the photo, or the photo in base64, plain or as a data: URL, of at most"
              + " 10 MB. Headers x-amz-meta-* are kept with its faces. Searches find the faces once"
              + " this has answered. A photo of the same name is replaced. One that cannot be"
              + " opened: 415 if it is of another kind, 413 if it is too large, else 422. 409 while"
              + " somebody else is changing the photo of that name: try again.")
  @Put("/index/{+filename}")
  @Consumes(MediaType.ALL)
  IndexAnswer index(HttpRequest<?> request, @Body @Nullable InputStream photo) {
    PhotoName name = PhotoNames.of(request);
    PhotoMetadata metadata = PhotoNames.metadata(request);
    return uploads.take(
        bodies.photo(request, photo),
        body ->
            switch (indexing.index(name, PhotoBody.photo(body), metadata)) {
              case PhotoIndexing.Indexed indexed -> IndexAnswer.of(indexed);
              case PhotoIndexing.Refused(var problem) -> throw PhotoProblems.of(problem);
            });
  }

  @Operation(
      summary = "Delete a photo with its faces, for good",
      description =
          "With all that is known of it. There is no undo. 409 while somebody else is changing it:"
              + " try again.")
  @Delete("/index/{+filename}")
  FaceAnswer.DeletedPhoto delete(HttpRequest<?> request) {
    return deletion
        .delete(PhotoNames.of(request))
        .map(FaceAnswer.DeletedPhoto::of)
        .orElseThrow(() -> ProblemException.notFound("There is no photo of this name."));
  }

  @Operation(
      summary = "Say who is on a photo",
      description =
          "The body as for indexing; nothing of it is kept. Searches for the largest face; with"
              + " faces=all also for every one. No face, and photos that cannot be opened: as"
              + " for indexing.")
  @Post("/search")
  @Consumes(MediaType.ALL)
  SearchAnswer search(
      HttpRequest<?> request,
      @Body @Nullable InputStream photo,
      @QueryValue @Nullable String faces) {
    boolean everyFace = EVERY_FACE.equals(faces);
    return uploads.take(
        bodies.photo(request, photo),
        body ->
            switch (search.search(PhotoBody.photo(body), everyFace)) {
              case GallerySearch.Found found -> SearchAnswer.of(found, everyFace);
              case GallerySearch.Refused(var problem) -> throw PhotoProblems.of(problem);
              case GallerySearch.NoFace _ ->
                  throw new ProblemException(
                      HttpStatus.UNPROCESSABLE_ENTITY,
                      "NO_FACE",
                      "There is no face in the picture, or none that is clear enough.");
            });
  }

  @Operation(summary = "As POST, which is the better word for it")
  @Put("/search")
  @Consumes(MediaType.ALL)
  SearchAnswer searchAsReference(
      HttpRequest<?> request,
      @Body @Nullable InputStream photo,
      @QueryValue @Nullable String faces) {
    return search(request, photo, faces);
  }
}

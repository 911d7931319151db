package dev.riderphotos.web.gallery;

import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.Appearance;
import dev.riderphotos.gallery.GalleryListing;
import dev.riderphotos.gallery.GallerySearch;
import dev.riderphotos.gallery.SearchGallery;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.web.PhotoProblems;
import dev.riderphotos.web.PhotoUploads;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.ServerAddress;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.form.Form;
import dev.riderphotos.web.form.Forms;
import dev.riderphotos.web.page.InlinePhoto;
import dev.riderphotos.web.page.PrivatePhoto;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gallery's faces, and who of them is on a photo, which is not kept. Works without JavaScript;
 * with it, photos can be dropped and pasted, and stay in sight when one of their faces is told
 * apart from another.
 */
@Hidden
@Controller("/faces")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class FacesPage {
  private static final int PAGE = 24;

  private final GalleryListing gallery;
  private final SearchGallery searching;
  private final Receipts receipts;
  private final PhotoUploads uploads;
  private final CsrfTokens tokens;
  private final Forms forms;

  FacesPage(
      GalleryListing gallery,
      SearchGallery searching,
      Receipts receipts,
      PhotoUploads uploads,
      CsrfTokens tokens,
      Forms forms) {
    this.gallery = gallery;
    this.searching = searching;
    this.receipts = receipts;
    this.uploads = uploads;
    this.tokens = tokens;
    this.forms = forms;
  }

  /**
   * Some of the faces.
   *
   * @param done what was just done to a face, to be confirmed
   */
  @Get
  HttpResponse<ModelAndView<Map<String, Object>>> look(
      HttpRequest<?> request,
      @QueryValue(defaultValue = "") String after,
      @QueryValue @Nullable Change done,
      @QueryValue @Nullable String face,
      @QueryValue @Nullable String searched) {
    FacesModel model = model(request);
    try {
      if (done != null && face != null) {
        confirm(model, done, face, searched);
      }
      return HttpResponse.ok(model.shows(page(after), gallery.size(), after).page());
    } catch (ProblemException refusal) {
      return refused(model, refusal);
    }
  }

  /** A face, out of its photo. */
  @Get(uri = "/{faceId}/crop", produces = MediaType.IMAGE_PNG)
  HttpResponse<byte[]> crop(String faceId) {
    FaceId id = ProblemException.unless(() -> new FaceId(faceId));
    return gallery
        .crop(id)
        .map(PrivatePhoto::answer)
        .orElseThrow(() -> ProblemException.notFound("There is no such face, or not any more."));
  }

  /**
   * Searches for all faces of a photo. The field {@code shown} is given by a script that shows the
   * photo by itself.
   */
  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<ModelAndView<Map<String, Object>>> search(
      HttpRequest<?> request, @Body @Nullable InputStream body) {
    FacesModel model = model(request);
    try (Form form = forms.read(request, body)) {
      tokens.check(request, form.fields());
      boolean shown = form.fields().textIfGiven("shown") != null;
      return uploads.take(form.file("photo"), sent -> search(model, sent, shown));
    } catch (ProblemException refusal) {
      return refused(model, refusal);
    }
  }

  private HttpResponse<ModelAndView<Map<String, Object>>> search(
      FacesModel model, Photo photo, boolean shown) {
    return switch (searching.search(photo, true)) {
      case GallerySearch.Found found -> {
        if (!shown) {
          InlinePhoto.url(photo).ifPresent(model::on);
        }
        yield HttpResponse.ok(model.finds(found).page());
      }
      case GallerySearch.NoFace _ ->
          HttpResponse.unprocessableEntity().body(model.findsNoFace().page());
      case GallerySearch.Refused(var problem) ->
          HttpResponse.<ModelAndView<Map<String, Object>>>status(PhotoProblems.status(problem))
              .body(model.refuses(problem).page());
    };
  }

  private void confirm(FacesModel model, Change done, String face, @Nullable String searched) {
    FaceId id = ProblemException.unless(() -> new FaceId(face));
    Appearance other =
        searched == null ? null : ProblemException.unless(() -> new Appearance(searched));
    receipts.of(done, id, other).ifPresent(model::confirms);
  }

  private GalleryListing.Page page(String after) {
    Cursor cursor = after.isEmpty() ? null : new Cursor(after);
    return ProblemException.unless(() -> gallery.faces(gallery.collection(), cursor, PAGE))
        .orElseThrow();
  }

  private static FacesModel model(HttpRequest<?> request) {
    return new FacesModel(ServerAddress.absolute(request, URI.create("")));
  }

  private static HttpResponse<ModelAndView<Map<String, Object>>> refused(
      FacesModel model, ProblemException refusal) {
    return HttpResponse.<ModelAndView<Map<String, Object>>>status(
            HttpStatus.valueOf(refusal.problem().status()))
        .body(model.fails(refusal.problem().detail()).page());
  }
}

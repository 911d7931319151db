package dev.riderphotos.web.gallery;

import dev.riderphotos.Conflict;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.Appearance;
import dev.riderphotos.gallery.DeleteFace;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.RestoreFace;
import dev.riderphotos.gallery.TellApart;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.form.Fields;
import dev.riderphotos.web.form.Forms;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page of the faces can change. Each change leads back to the page, with a receipt. */
@Hidden
@Controller("/faces/{faceId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class FaceChanges {
  private final DeleteFace deletion;
  private final RestoreFace restoration;
  private final TellApart distinction;
  private final CsrfTokens tokens;
  private final Forms forms;

  FaceChanges(
      DeleteFace deletion,
      RestoreFace restoration,
      TellApart distinction,
      CsrfTokens tokens,
      Forms forms) {
    this.deletion = deletion;
    this.restoration = restoration;
    this.distinction = distinction;
    this.tokens = tokens;
    this.forms = forms;
  }

  @Post("/delete")
  HttpResponse<?> delete(HttpRequest<?> request, String faceId, @Body @Nullable InputStream body) {
    Fields form = forms.fields(request, body);
    FaceId face = face(request, faceId, form);
    return switch (deletion.delete(face)) {
      case RESTORABLE -> done(Change.DELETED, face, form);
      case FINAL -> done(Change.FINAL, face, form);
      case UNKNOWN -> throw ProblemException.notFound("There is no such face, or not any more.");
    };
  }

  @Post("/restore")
  HttpResponse<?> restore(HttpRequest<?> request, String faceId, @Body @Nullable InputStream body) {
    Fields form = forms.fields(request, body);
    FaceId face = face(request, faceId, form);
    FaceRecord restored =
        restoration
            .restore(face)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "This face cannot be restored: it is there already, or its photo is gone"
                            + " or was replaced."));
    return done(Change.RESTORED, restored.id(), form);
  }

  @Post("/tell-apart")
  HttpResponse<?> tellApart(
      HttpRequest<?> request, String faceId, @Body @Nullable InputStream body) {
    Fields form = forms.fields(request, body);
    FaceId face = face(request, faceId, form);
    return done(Change.TOLD_APART, distinction.tellApart(searched(form), face), form);
  }

  @Post("/take-back")
  HttpResponse<?> takeBack(
      HttpRequest<?> request, String faceId, @Body @Nullable InputStream body) {
    Fields form = forms.fields(request, body);
    FaceId face = face(request, faceId, form);
    return done(Change.TAKEN_BACK, distinction.takeBack(searched(form), face), form);
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> refused(ProblemException refusal) {
    return HttpResponse.<ModelAndView<Map<String, Object>>>status(
            HttpStatus.valueOf(refusal.problem().status()))
        .body(new FacesModel("").fails(refusal.problem().detail()).page());
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> conflicting(Conflict conflict) {
    return refused(ProblemException.conflict(conflict));
  }

  private FaceId face(HttpRequest<?> request, String faceId, Fields form) {
    tokens.check(request, form);
    return ProblemException.unless(() -> new FaceId(faceId));
  }

  private static Appearance searched(Fields form) {
    return ProblemException.unless(() -> new Appearance(form.textOrEmpty("searched")));
  }

  private static HttpResponse<?> done(Change change, Optional<FaceRecord> face, Fields form) {
    return done(
        change,
        face.map(FaceRecord::id)
            .orElseThrow(() -> ProblemException.notFound("There is no record of such a face.")),
        form);
  }

  /** Sends the browser back to where the form was. */
  private static HttpResponse<?> done(Change change, FaceId face, Fields form) {
    UriBuilder page = UriBuilder.of("/faces").queryParam("done", change).queryParam("face", face);
    for (String field : new String[] {"searched", "after"}) {
      if (!form.textOrEmpty(field).isEmpty()) {
        page.queryParam(field, form.textOrEmpty(field));
      }
    }
    return HttpResponse.seeOther(page.build());
  }
}

package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.web.JsonBodies;
import dev.riderphotos.web.LiveStreams;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.page.Languages;
import dev.riderphotos.web.page.PrivatePhoto;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Executions: what is kept of them, and live progress. */
@Controller("/v1/executions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Executions")
class ExecutionController {
  private static final String JSON_LINES = "application/jsonl";
  private static final MediaType CSV = MediaType.of(MediaType.TEXT_CSV);

  private final Verifications verifications;
  private final ExecutionQueries executions;
  private final Progress progress;
  private final LiveStreams streams;
  private final JsonBodies json;
  private final Agreements agreements;
  private final ExecutionPictures pictures;
  private final ExecutionExport export;
  private final Redrives redrives;

  ExecutionController(
      Verifications verifications,
      ExecutionQueries executions,
      Progress progress,
      LiveStreams streams,
      JsonBodies json,
      Agreements agreements,
      ExecutionPictures pictures,
      ExecutionExport export,
      Redrives redrives) {
    this.verifications = verifications;
    this.executions = executions;
    this.progress = progress;
    this.streams = streams;
    this.json = json;
    this.agreements = agreements;
    this.pictures = pictures;
    this.export = export;
    this.redrives = redrives;
  }

  @Operation(
      summary = "Verify a photo that is in a bucket already",
      description =
          "The reference's direct start; an EventBridge \"Object Created\" event does as well. A"
              + " missing photo is a verdict, not an error.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = StartRequest.class)))
  @Post
  HttpResponse<ExecutionAnswer> start(
      HttpRequest<?> request,
      @Body @Nullable InputStream body,
      @QueryValue(defaultValue = "false") boolean wait) {
    StartRequest start = json.read(request, body, StartRequest.class);
    Submission submission =
        start.submission(
            Languages.wished(request, start.lang()).orElse(null),
            agreements.of(start.photo(), start.consent()));
    return ExecutionAnswer.started(verifications.start(Caller.of(request), submission, wait), wait);
  }

  @Operation(
      summary = "Executions, the last started first",
      description =
          "Those alone that all parameters let through. next and previous become cursor. total is"
              + " how many there are, counted to 10,000; totalIsMore says that there are more, or"
              + " may be. 422 names the field that is wrong.")
  @Get
  ExecutionPageAnswer list(
      @RequestBean ExecutionWish wish,
      @QueryValue @Nullable String cursor,
      @QueryValue(defaultValue = "20") int limit) {
    return ExecutionPageAnswer.of(executions.list(wish, cursor, limit), executions.count(wish));
  }

  @Operation(
      summary = "Executions as CSV",
      description =
          "All that the parameters let through, the last started first. What a spreadsheet would"
              + " take for a formula begins with an apostrophe.")
  @Get(uri = "/export.csv", produces = MediaType.TEXT_CSV)
  StreamedFile csv(@RequestBean ExecutionWish wish) {
    return new StreamedFile(export.csv(wish), CSV).attach("executions.csv");
  }

  @Operation(
      summary = "Executions as JSON, a line each",
      description = "All that the parameters let through, the last started first.")
  @Get(uri = "/export.jsonl", produces = JSON_LINES)
  StreamedFile jsonLines(@RequestBean ExecutionWish wish) {
    return new StreamedFile(export.jsonLines(wish), MediaType.of(JSON_LINES))
        .attach("executions.jsonl");
  }

  @Operation(
      summary = "One execution",
      description =
          "For operators alone: faces of other riders that look alike, in the output of"
              + " CheckFaceDuplicate, and the advice PHOTO_OF_PHOTO and scores of what is suspected,"
              + " where the face model looks for that.")
  @Get("/{id}")
  ExecutionAnswer execution(HttpRequest<?> request, String id) {
    Caller caller = Caller.of(request);
    return ExecutionAnswer.of(executions.find(caller, id), caller);
  }

  @Operation(
      summary = "One execution as it goes on, as server-sent events",
      description = "An event whenever something changes, the last one when it has ended.")
  @Get(uri = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<ExecutionAnswer>> events(HttpRequest<?> request, String id) {
    Caller caller = Caller.of(request);
    Execution now = executions.find(caller, id);
    // What its reader may not see is left out first, or an event would tell that there is
    // something.
    return streams.of(
        request,
        "the execution",
        progress.of(now).map(execution -> ExecutionAnswer.of(execution, caller)));
  }

  @Operation(
      summary = "The photo that was sent, small",
      description =
          "404 if it is not kept any more, or cannot be shown. Where faces are is in the output of"
              + " FaceDetection.")
  @Get(
      uri = "/{id}/photo",
      produces = {MediaType.IMAGE_JPEG, MediaType.IMAGE_PNG})
  HttpResponse<byte[]> photo(HttpRequest<?> request, String id) {
    return PrivatePhoto.answer(pictures.photo(executions.find(Caller.of(request), id), false));
  }

  @Operation(
      summary = "Run a failed execution again",
      description =
          "From its first state, under the same id; attempts go on being counted. 409 if it has"
              + " not failed, 410 if its photo is not kept any more. wait as for a new one.")
  @Post("/{id}/redrive")
  HttpResponse<ExecutionAnswer> redrive(
      HttpRequest<?> request, String id, @QueryValue(defaultValue = "false") boolean wait) {
    return ExecutionAnswer.started(redrives.redrive(Caller.of(request), id, wait), wait);
  }

  @Operation(
      summary = "Run many failed executions again",
      description =
          "Those of the ids, at most 100; or with all: true the last 100 that failed of those that"
              + " the parameters let through. Of each that is not begun it is told why.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RedriveOrder.class)))
  @Post("/redrive")
  RedrivenAnswer redriveMany(
      HttpRequest<?> request, @RequestBean ExecutionWish wish, @Body @Nullable InputStream body) {
    RedriveOrder order = json.read(request, body, RedriveOrder.class);
    List<String> ids = order.ids();
    if (Boolean.TRUE.equals(order.all())) {
      return redrives.all(Caller.of(request), wish);
    }
    if (ids == null) {
      throw ProblemException.field("ids", "ids is missing");
    }
    return redrives.each(Caller.of(request), ids);
  }
}

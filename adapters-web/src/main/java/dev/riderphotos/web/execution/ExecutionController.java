package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.web.JsonBodies;
import dev.riderphotos.web.LiveStreams;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.page.Languages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Executions: what is kept of them, and live progress. */
@Controller("/v1/executions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Executions")
class ExecutionController {
  private final Verifications verifications;
  private final ExecutionQueries executions;
  private final Progress progress;
  private final LiveStreams streams;
  private final JsonBodies json;
  private final Agreements agreements;

  ExecutionController(
      Verifications verifications,
      ExecutionQueries executions,
      Progress progress,
      LiveStreams streams,
      JsonBodies json,
      Agreements agreements) {
    this.verifications = verifications;
    this.executions = executions;
    this.progress = progress;
    this.streams = streams;
    this.json = json;
    this.agreements = agreements;
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
      description = "With review=true only those that an operator is to look at.")
  @Get
  ExecutionPageAnswer list(
      @QueryValue @Nullable String status,
      @QueryValue @Nullable String rider,
      @QueryValue(defaultValue = "false") boolean review,
      @QueryValue @Nullable String cursor,
      @QueryValue(defaultValue = "20") int limit) {
    return ExecutionPageAnswer.of(executions.list(status, rider, review, cursor, limit));
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
      summary = "Run a failed execution again",
      description =
          "From its first state, under the same id; attempts go on being counted. 409 if it has"
              + " not failed. wait as for a new one.")
  @Post("/{id}/redrive")
  HttpResponse<ExecutionAnswer> redrive(
      HttpRequest<?> request, String id, @QueryValue(defaultValue = "false") boolean wait) {
    Caller caller = Caller.of(request);
    Execution failed = executions.find(caller, id);
    return ExecutionAnswer.started(verifications.redrive(caller, failed, wait), wait);
  }
}

package dev.riderphotos.web.verification;

import dev.riderphotos.verification.Execution;
import dev.riderphotos.verification.Status;
import dev.riderphotos.web.Closing;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Executions: the audit trail, and live progress. */
@Controller("/v1/executions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Executions")
class ExecutionController {
  /** Progress is read from the journal, so that it is the same whichever process does the work. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  /** Each stream looks into the journal by itself; who gets none can ask for the execution. */
  private static final int MAX_STREAMS = 64;

  private final Semaphore streams = new Semaphore(MAX_STREAMS);
  private final Verifications verifications;
  private final ExecutionQueries executions;
  private final Closing closing;

  ExecutionController(Verifications verifications, ExecutionQueries executions, Closing closing) {
    this.verifications = verifications;
    this.executions = executions;
    this.closing = closing;
  }

  @Operation(
      summary = "Verify a photo that is in a bucket already",
      description =
          "The reference's direct start; an EventBridge \"Object Created\" event does as well. A"
              + " missing photo is a verdict, not an error.")
  @Post
  HttpResponse<ExecutionAnswer> start(
      HttpRequest<?> request,
      @Body StartRequest start,
      @QueryValue(defaultValue = "false") boolean wait) {
    return RiderController.answer(
        verifications.start(Caller.of(request), start.submission(), wait), wait);
  }

  @Operation(summary = "Executions, the last started first")
  @Get
  ExecutionPageAnswer list(
      @QueryValue @Nullable String status,
      @QueryValue @Nullable String rider,
      @QueryValue @Nullable String cursor,
      @QueryValue(defaultValue = "20") int limit) {
    return ExecutionPageAnswer.of(executions.list(status, rider, cursor, limit));
  }

  @Operation(
      summary = "One execution",
      description =
          "Faces of other riders that look alike are in the output of CheckFaceDuplicate, for"
              + " operators alone.")
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
    if (!streams.tryAcquire()) {
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "TOO_MANY_STREAMS",
          "Too many are watching. Ask for the execution itself.");
    }
    return Flux.interval(LOOK_EVERY, Schedulers.boundedElastic())
        .onBackpressureDrop()
        .takeWhile(_ -> !closing.begun())
        .map(_ -> executions.find(caller, id))
        .startWith(now)
        .distinctUntilChanged()
        .takeUntil(execution -> execution.status() != Status.RUNNING)
        .map(execution -> ExecutionAnswer.of(execution, caller))
        .map(Event::of)
        .doFinally(_ -> streams.release());
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
    return RiderController.answer(verifications.redrive(caller, failed, wait), wait);
  }
}

package dev.riderphotos.web.page;

import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.Execution;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.verification.ExecutionAnswer;
import dev.riderphotos.web.verification.Verifications;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

/** Takes in the selfie page's form from its script, which follows the execution by itself. */
@Hidden
@Controller("/selfie")
@ExecuteOn(TaskExecutors.BLOCKING)
class SelfieUpload {
  private final Verifications verifications;
  private final CsrfTokens tokens;

  SelfieUpload(Verifications verifications, CsrfTokens tokens) {
    this.verifications = verifications;
    this.tokens = tokens;
  }

  /**
   * Begins a verification.
   *
   * @param repeated given if what was sent before may have arrived after all: then the rider's face
   *     may be known
   */
  @Post(consumes = MediaType.MULTIPART_FORM_DATA)
  HttpResponse<ExecutionAnswer> upload(
      HttpRequest<?> request,
      @Part String rider,
      @Part @Nullable String csrf,
      CompletedFileUpload photo,
      @Part @Nullable String repeated) {
    tokens.check(request, csrf);
    Caller caller = Caller.of(request);
    caller.mustActFor(ProblemException.unless(() -> new RiderId(rider)));
    Execution begun =
        verifications.submit(
            caller,
            rider,
            photo.getFilename(),
            photo::getInputStream,
            repeated != null,
            null,
            false);
    return HttpResponse.<ExecutionAnswer>accepted().body(ExecutionAnswer.of(begun));
  }
}

package dev.riderphotos.web.page;

import dev.riderphotos.verification.Execution;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.verification.ExecutionAnswer;
import dev.riderphotos.web.verification.ExecutionQueries;
import dev.riderphotos.web.verification.Verifications;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page where a rider uploads a selfie and reads the verdict. It works without JavaScript; its
 * script sends the same form elsewhere, and fetches the execution's page when that has ended.
 */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class SelfiePage {
  private final Verifications verifications;
  private final ExecutionQueries executions;
  private final SelfieView view;

  SelfiePage(Verifications verifications, ExecutionQueries executions, SelfieView view) {
    this.verifications = verifications;
    this.executions = executions;
    this.view = view;
  }

  @Get
  HttpResponse<ModelAndView<Map<String, Object>>> page(@QueryValue @Nullable String execution) {
    if (execution == null) {
      return HttpResponse.ok(view.empty());
    }
    try {
      return HttpResponse.ok(view.ofExecution(executions.find(execution)));
    } catch (ProblemException refusal) {
      return refused("", refusal);
    }
  }

  @Post(consumes = MediaType.MULTIPART_FORM_DATA)
  HttpResponse<ModelAndView<Map<String, Object>>> upload(
      @Part String rider, CompletedFileUpload photo) {
    try {
      Execution ended =
          verifications.submit(
              rider, photo.getFilename(), photo::getInputStream, false, null, true);
      return HttpResponse.ok(view.ofUpload(ended));
    } catch (ProblemException refusal) {
      return refused(rider, refusal);
    }
  }

  /**
   * The same for the page's script, which follows the execution by itself.
   *
   * @param repeated given if what was sent before may have arrived after all: then the rider's face
   *     may be known
   */
  @Post(
      uri = "/selfie",
      consumes = MediaType.MULTIPART_FORM_DATA,
      produces = MediaType.APPLICATION_JSON)
  HttpResponse<ExecutionAnswer> start(
      @Part String rider, CompletedFileUpload photo, @Part @Nullable String repeated) {
    Execution begun =
        verifications.submit(
            rider, photo.getFilename(), photo::getInputStream, repeated != null, null, false);
    return HttpResponse.<ExecutionAnswer>accepted().body(ExecutionAnswer.of(begun));
  }

  private HttpResponse<ModelAndView<Map<String, Object>>> refused(
      String rider, ProblemException refusal) {
    return HttpResponse.<ModelAndView<Map<String, Object>>>status(
            HttpStatus.valueOf(refusal.problem().status()))
        .body(view.ofProblem(rider, refusal.problem()));
  }
}

package dev.riderphotos.web.page;

import dev.riderphotos.verification.Execution;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.verification.ExecutionAnswer;
import dev.riderphotos.web.verification.Verifications;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** The page where a rider uploads a selfie and reads the verdict. Works without JavaScript. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class SelfiePage {
  private final Verifications verifications;

  SelfiePage(Verifications verifications) {
    this.verifications = verifications;
  }

  @Get
  ModelAndView<Map<String, Object>> empty() {
    return new ModelAndView<>("selfie", Map.of("rider", ""));
  }

  @Post(consumes = MediaType.MULTIPART_FORM_DATA)
  HttpResponse<ModelAndView<Map<String, Object>>> upload(
      @Part String rider, CompletedFileUpload photo) {
    try {
      Execution execution =
          verifications.submit(
              rider, photo.getFilename(), photo::getInputStream, false, null, true);
      return HttpResponse.ok(
          new ModelAndView<>(
              "selfie", Map.of("rider", rider, "execution", ExecutionAnswer.of(execution))));
    } catch (ProblemException refusal) {
      return HttpResponse.<ModelAndView<Map<String, Object>>>status(
              HttpStatus.valueOf(refusal.problem().status()))
          .body(
              new ModelAndView<>(
                  "selfie", Map.of("rider", rider, "problem", refusal.problem().detail())));
    }
  }
}

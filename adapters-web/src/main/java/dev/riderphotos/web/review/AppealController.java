package dev.riderphotos.web.review;

import dev.riderphotos.review.Case;
import dev.riderphotos.web.JsonBodies;
import dev.riderphotos.web.access.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Riders' appeals against refusals. */
@Controller("/v1/executions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Executions")
class AppealController {
  private final Appeals appeals;
  private final JsonBodies json;

  AppealController(Appeals appeals, JsonBodies json) {
    this.appeals = appeals;
    this.json = json;
  }

  @Operation(
      summary = "Ask people to look at a refusal",
      description =
          "Of its rider, for ALREADY_REGISTERED, ANOTHER_FACE and SUNGLASSES; once a photo, one at"
              + " a time, three in 30 days. 409 if that is not so, 410 if the photo is not kept any"
              + " more.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AppealOrder.class)))
  @Post("/{id}/appeal")
  HttpResponse<AppealAnswer> appeal(
      HttpRequest<?> request, String id, @Body @Nullable InputStream body) {
    String words = json.read(request, body, AppealOrder.class).words();
    Case open = appeals.appeal(Caller.of(request), id, words == null ? "" : words);
    return HttpResponse.accepted().body(new AppealAnswer(id, open.state().name(), open.openedAt()));
  }
}

package dev.riderphotos.web.link;

import dev.riderphotos.web.JsonBodies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Links of riders. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Keys")
class LinkController {
  private final IssuedLinks links;
  private final JsonBodies json;

  LinkController(IssuedLinks links, JsonBodies json) {
    this.links = links;
    this.json = json;
  }

  @Operation(
      summary = "Make a link by which one rider may send a photo",
      description = "201 with the link, which is told this once and kept nowhere, and its id.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = LinkOrder.class)))
  @Post("/riders/{riderId}/links")
  HttpResponse<LinkAnswer> issue(
      HttpRequest<?> request, String riderId, @Body @Nullable InputStream body) {
    LinkOrder order = json.read(request, body, LinkOrder.class);
    return HttpResponse.created(links.issue(request, riderId, order));
  }

  @Operation(summary = "End all links that a rider has by now, and what was opened by them")
  @Delete("/riders/{riderId}/links")
  @Status(HttpStatus.NO_CONTENT)
  void revokeAll(String riderId) {
    links.revokeAll(riderId);
  }

  @Operation(
      summary = "End one link, and what was opened by it",
      description = "404 if there can be no link of this id.")
  @Delete("/links/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void revoke(String id) {
    links.revoke(id);
  }
}

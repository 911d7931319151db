package dev.riderphotos.web.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.web.JsonBodies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links of riders. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Keys")
class LinkController {
  private static final int MAX_PAGE = 1000;

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

  /** Some links. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ListedLinksAnswer(List<ListedLinkAnswer> links) {}

  @Operation(
      summary = "The links that have not expired",
      description =
          "Of one rider, the last made first, or of all, by riders; also those that were ended"
              + " before their time. Never what makes them links.")
  @Get("/links")
  ListedLinksAnswer list(
      @QueryValue @Nullable String rider, @QueryValue(defaultValue = "100") int limit) {
    return new ListedLinksAnswer(
        links.list(rider, Math.clamp(limit, 1, MAX_PAGE)).stream()
            .map(ListedLinkAnswer::of)
            .toList());
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

package dev.riderphotos.web.link;

import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** New links that riders ask for. */
@Controller("/v1/link-requests")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Riders")
public class LinkRequestsController {
  private final LinkRequests requests;
  private final NewLinks links;

  LinkRequestsController(LinkRequests requests, NewLinks links) {
    this.requests = requests;
    this.links = links;
  }

  /** All that are open, the first asked first. */
  @Serdeable
  public record LinkRequestsAnswer(List<LinkRequestAnswer> requests) {}

  @Operation(summary = "Riders who ask for a new link, by one that has expired")
  @Get
  LinkRequestsAnswer list() {
    return new LinkRequestsAnswer(requests.all().stream().map(LinkRequestAnswer::of).toList());
  }

  @Operation(
      summary = "Give a rider the link that was asked for",
      description =
          "It is valid as long as the old one was. It is sent to the address that the old one was"
              + " issued for; where there is none, it is in the answer, to be handed over. 404 if"
              + " the rider does not ask for one.")
  @Post("/{riderId}")
  NewLinkAnswer answer(HttpRequest<?> request, String riderId) {
    RiderId rider = rider(riderId);
    return NewLinkAnswer.of(rider, links.give(request, rider));
  }

  @Operation(summary = "Leave a rider's request for a new link unanswered")
  @Delete("/{riderId}")
  @Status(HttpStatus.NO_CONTENT)
  void close(String riderId) {
    requests.close(rider(riderId));
  }

  private static RiderId rider(String riderId) {
    return ProblemException.unless(() -> new RiderId(riderId));
  }
}

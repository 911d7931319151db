package dev.riderphotos.web.verification;

import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.SeeRider;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Riders who were here without our seeing it. */
@Controller("/v1/riders/{riderId}/seen")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Riders")
class SeenController {
  private final SeeRider seeing;

  SeenController(SeeRider seeing) {
    this.seeing = seeing;
  }

  @Operation(
      summary = "Say that a rider was here",
      description =
          "As a photo or a link would: where retention.inactive-riders is set, the rider's term"
              + " begins anew. 204 whether the rider is verified or not.")
  @Post
  @Status(HttpStatus.NO_CONTENT)
  void seen(String riderId) {
    seeing.see(ProblemException.unless(() -> new RiderId(riderId)));
  }
}

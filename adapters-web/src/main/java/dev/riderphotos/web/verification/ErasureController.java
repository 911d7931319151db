package dev.riderphotos.web.verification;

import dev.riderphotos.rider.RiderId;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What became of an erasure that had to wait, for whoever has its address. */
@Controller(ErasureController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Riders")
public class ErasureController {
  static final String PATH = "/v1/erasure";

  private final RiderErasure erasure;

  ErasureController(RiderErasure erasure) {
    this.erasure = erasure;
  }

  @Operation(
      summary = "What became of an erasure that had to wait",
      description =
          "WAITING, or DONE with the receipt, at the Location that an erasure was answered with. For"
              + " an hour, and for whoever has it.")
  @Get
  ErasureStatusAnswer status(@QueryValue(defaultValue = "") String token) {
    RiderId rider = erasure.rider(token);
    return erasure.awaits(rider)
        ? ErasureStatusAnswer.waiting()
        : ErasureStatusAnswer.done(erasure.receipt(rider).map(ErasureAnswer::of).orElse(null));
  }
}

package dev.riderphotos.web.verification;

import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.page.ProblemPage;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Where an erasure that has to wait is followed. The rider's link and session have ended by then,
 * so that the address itself says who may.
 */
@Hidden
@Controller(ErasurePage.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class ErasurePage {
  static final String PATH = "/erasure";

  private final RiderErasure erasure;
  private final InstantSource clock;

  ErasurePage(RiderErasure erasure, InstantSource clock) {
    this.erasure = erasure;
    this.clock = clock;
  }

  @Get
  ModelAndView<Map<String, Object>> standing(@QueryValue(defaultValue = "") String token) {
    RiderId rider = erasure.rider(token);
    Map<String, Object> model = new HashMap<>();
    model.put("rider", rider.value());
    if (erasure.awaits(rider)) {
      return new ModelAndView<>("verification/erasing", model);
    }
    erasure.receipt(rider).ifPresent(receipt -> RiderErasure.show(receipt, model, clock.instant()));
    return new ModelAndView<>("verification/erased", model);
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> refused(ProblemException refusal) {
    return ProblemPage.of(refusal);
  }
}

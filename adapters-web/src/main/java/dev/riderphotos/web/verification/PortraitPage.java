package dev.riderphotos.web.verification;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** A drawn selfie to try things with, where there is somebody to draw them. */
@Hidden
@Controller("/portrait")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = SamplePortraits.class)
class PortraitPage {
  private final SamplePortraits portraits;

  PortraitPage(SamplePortraits portraits) {
    this.portraits = portraits;
  }

  @Get(produces = MediaType.IMAGE_JPEG)
  byte[] next() {
    return portraits.next();
  }
}

package dev.riderphotos.web.verification;

import dev.riderphotos.web.ProblemException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.stream.Stream;

/** A drawn selfie to try things with, where there is somebody to draw them. */
@Hidden
@Controller("/portrait")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = SamplePortraits.class)
class PortraitPage {
  private static final String KEPT = "public, max-age=86400";

  private final SamplePortraits portraits;

  PortraitPage(SamplePortraits portraits) {
    this.portraits = portraits;
  }

  @Get(produces = MediaType.IMAGE_JPEG)
  byte[] next() {
    return portraits.next();
  }

  /** What a good photo looks like, or one with a usual fault: it never changes. */
  @Get(uri = "/{example}", produces = MediaType.IMAGE_JPEG)
  HttpResponse<byte[]> example(String example) {
    return Stream.of(SamplePortraits.Example.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(example))
        .findFirst()
        .map(portraits::of)
        .<HttpResponse<byte[]>>map(
            jpeg -> HttpResponse.ok(jpeg).header(HttpHeaders.CACHE_CONTROL, KEPT))
        .orElseThrow(() -> ProblemException.notFound("There is no such example."));
  }
}

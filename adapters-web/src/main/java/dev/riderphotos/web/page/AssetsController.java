package dev.riderphotos.web.page;

import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** The pages' styles, scripts and pictures, to be kept by browsers. */
@Hidden
@Controller(Assets.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
class AssetsController {
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";
  private static final String ASK = "no-cache";

  private final Assets assets;

  AssetsController(Assets assets) {
    this.assets = assets;
  }

  /** An address of another version is that of a page that is still open. */
  @Get("/{version}/{+file}")
  HttpResponse<byte[]> file(String version, String file) {
    byte[] content =
        assets.find(file).orElseThrow(() -> ProblemException.notFound("There is no such file."));
    return HttpResponse.ok(content)
        .contentType(Assets.type(file))
        .header(HttpHeaders.CACHE_CONTROL, assets.present(version) ? FOR_GOOD : ASK);
  }
}

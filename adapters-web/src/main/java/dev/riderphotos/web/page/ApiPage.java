package dev.riderphotos.web.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;

/** The API's own page, where it can be read and tried. */
@Hidden
@Controller("/openapi")
class ApiPage {
  @Get
  HttpResponse<?> swaggerUi() {
    return HttpResponse.seeOther(URI.create("/swagger-ui/index.html"));
  }
}

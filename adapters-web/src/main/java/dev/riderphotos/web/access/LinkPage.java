package dev.riderphotos.web.access;

import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.RiderLinks.Opened;
import dev.riderphotos.access.Session;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;

/** Opens a rider's link, and goes on to an address that gives nothing away. */
@Hidden
@Controller(LinkPage.PATH)
@Produces(MediaType.TEXT_HTML)
class LinkPage {
  static final String PATH = "/link";

  private final RiderLinks links;
  private final SessionCookies cookies;

  LinkPage(RiderLinks links, SessionCookies cookies) {
    this.links = links;
    this.cookies = cookies;
  }

  @Get
  HttpResponse<?> open(HttpRequest<?> request, @QueryValue(defaultValue = "") String token) {
    return switch (links.open(token)) {
      case Opened.Admitted(var rider, var until) ->
          cookies.begin(
              request, HttpResponse.seeOther(URI.create("/")), new Session.OfRider(rider, until));
      case Opened.Expired _ -> refusal("link.expired");
      case Opened.Forged _ -> refusal("link.forged");
    };
  }

  private static HttpResponse<?> refusal(String problem) {
    return HttpResponse.status(HttpStatus.FORBIDDEN)
        .body(new ModelAndView<>("link", Map.<String, Object>of("problem", problem)));
  }
}

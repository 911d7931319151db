package dev.riderphotos.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.access.Handovers;
import dev.riderphotos.access.Session;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.ServerAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;

/** A code for a rider's phone to see, by which the page goes on there: another one each time. */
@Hidden
@Controller("/link/qr")
@ExecuteOn(TaskExecutors.BLOCKING)
class HandoverPicture {
  private final Handovers handovers;

  HandoverPicture(Handovers handovers) {
    this.handovers = handovers;
  }

  @Get
  @Produces("image/svg+xml")
  byte[] code(HttpRequest<?> request) {
    if (!(SessionCookies.present(request) instanceof Session.OfRider session)) {
      throw ProblemException.notFound("There is a code only for riders who came by a link.");
    }
    URI link = URI.create(LinkPage.PATH + "?token=" + handovers.issue(session));
    return QrSvg.of(ServerAddress.absolute(request, link)).getBytes(UTF_8);
  }
}

package dev.riderphotos.web.link;

import dev.riderphotos.access.AnswerLinkRequest;
import dev.riderphotos.access.AnswerLinkRequest.Answered;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.ServerAddress;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;

/** Gives riders the links they asked for, with the address by which the operator reaches us. */
@Singleton
final class NewLinks {
  private final AnswerLinkRequest answering;

  NewLinks(AnswerLinkRequest answering) {
    this.answering = answering;
  }

  /**
   * Answers the rider's request.
   *
   * @throws ProblemException if none is open
   */
  Answered give(HttpRequest<?> request, RiderId rider) {
    return answering
        .answer(rider, token -> ServerAddress.absolute(request, URI.create("/link?token=" + token)))
        .orElseThrow(() -> ProblemException.notFound("This rider does not ask for a new link."));
  }
}

package dev.riderphotos.web.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.access.AnswerLinkRequest.Answered;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Where a new link went.
 *
 * @param sentTo by mail; null if it is to be handed over
 * @param link to be handed over; null if it was sent
 * @param id of that link, to revoke it by
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record NewLinkAnswer(
    String riderId, @Nullable String sentTo, @Nullable String link, @Nullable String id) {
  static NewLinkAnswer of(RiderId rider, Answered answered) {
    return switch (answered) {
      case Answered.Sent(EmailAddress to) ->
          new NewLinkAnswer(rider.value(), to.value(), null, null);
      case Answered.ToHandOver(String address, var link) ->
          new NewLinkAnswer(rider.value(), null, address, link.id().value());
    };
  }
}

package dev.riderphotos.drink;

import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.UploadTerms;
import dev.riderphotos.photo.UploadTerms.Size;
import dev.riderphotos.photo.UploadTicket;
import dev.riderphotos.photo.UploadTickets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Permits a guest to put the picture of one drink straight into the store. Keeps nothing: the
 * catalogue hears of the picture when it has arrived.
 */
public final class RequestDrinkUpload {
  private final UploadTickets tickets;
  private final DrinkRules rules;
  private final InstantSource clock;

  public RequestDrinkUpload(UploadTickets tickets, DrinkRules rules, InstantSource clock) {
    this.tickets = tickets;
    this.rules = rules;
    this.clock = clock;
  }

  /** How the picture will be sent. */
  public enum Way {
    PUT,
    FORM
  }

  public UploadTicket request(Drink drink, PhotoFormat format, Size size, Way way) {
    PhotoRef ref = new PhotoRef(rules.photoBucket(), drink.key(format));
    // As S3, tickets know no fractions of a second.
    var expiresAt = clock.instant().plus(rules.uploadValidity()).truncatedTo(ChronoUnit.SECONDS);
    UploadTerms terms = new UploadTerms(ref, format, size, expiresAt);
    return switch (way) {
      case PUT -> tickets.toPut(terms);
      case FORM -> tickets.toPost(terms);
    };
  }
}

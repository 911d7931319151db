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
  private final DrinkSettings settings;
  private final InstantSource clock;

  public RequestDrinkUpload(UploadTickets tickets, DrinkSettings settings, InstantSource clock) {
    this.tickets = tickets;
    this.settings = settings;
    this.clock = clock;
  }

  /** How the picture will be sent. */
  public enum Way {
    PUT,
    FORM
  }

  public UploadTicket request(Drink drink, PhotoFormat format, Size size, Way way) {
    PhotoRef ref = new PhotoRef(settings.photoBucket(), drink.key(format));
    // As S3, tickets know no fractions of a second.
    var expiresAt = clock.instant().plus(settings.uploadValidity()).truncatedTo(ChronoUnit.SECONDS);
    UploadTerms terms = new UploadTerms(ref, format, size, expiresAt);
    return switch (way) {
      case PUT -> tickets.toPut(terms);
      case FORM -> tickets.toPost(terms);
    };
  }
}

package dev.riderphotos.access;

import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A link that lets one rider in for a while.
 *
 * @param id null of a link that was made before links had ids
 * @param madeAt to the millisecond; the beginning of time if the link does not say
 * @param email where word of refusals goes, if whoever made the link said so
 */
public record RiderLink(
    RiderId rider,
    @Nullable LinkId id,
    Instant madeAt,
    Instant expiresAt,
    @Nullable EmailAddress email) {
  private static final int FIELDS_WITHOUT_ID = 2;
  private static final int FIELDS_WITHOUT_EMAIL = 4;

  /** A signature is put on these. */
  List<String> fields() {
    String end = Long.toString(expiresAt.getEpochSecond());
    if (id == null) {
      return List.of(rider.value(), end);
    }
    List<String> fields =
        List.of(rider.value(), end, id.value(), Long.toString(madeAt.toEpochMilli()));
    return email == null
        ? fields
        : Stream.concat(fields.stream(), Stream.of(email.value())).toList();
  }

  /** Reads a link from what {@link #fields} wrote. */
  static RiderLink of(List<String> fields) {
    RiderId rider = new RiderId(fields.get(0));
    Instant end = Instant.ofEpochSecond(Long.parseLong(fields.get(1)));
    return fields.size() == FIELDS_WITHOUT_ID
        ? new RiderLink(rider, null, Instant.EPOCH, end, null)
        : new RiderLink(
            rider,
            new LinkId(fields.get(2)),
            Instant.ofEpochMilli(Long.parseLong(fields.get(3))),
            end,
            fields.size() == FIELDS_WITHOUT_EMAIL ? null : new EmailAddress(fields.get(4)));
  }
}

package dev.riderphotos.receipt;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was erased of a rider, in numbers. It names this rider and nobody else, and no object's key.
 *
 * @param issuer who says so: where the server is reached, or what it is called
 * @param erased how many of what, in the order in which it is told
 * @param galleryLookedAt whether photos of the gallery were among what was to go
 * @param consents which the rider had given, the last one first
 * @param kept what was not erased with the rest, and until when it is there
 */
public record Receipt(
    UUID id,
    String issuer,
    Instant issuedAt,
    RiderId rider,
    Map<String, Integer> erased,
    boolean galleryLookedAt,
    List<Consent> consents,
    List<KeptElsewhere> kept) {
  public Receipt {
    erased = Collections.unmodifiableMap(new LinkedHashMap<>(erased));
    consents = List.copyOf(consents);
    kept = List.copyOf(kept);
  }
}

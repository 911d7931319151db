package dev.riderphotos.verification;

import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Receipts of what this process erased, in its memory alone and for an hour: for riders and
 * operators who could not be told at once. Kept on a disk they would be what was to be erased.
 */
public final class ErasureReceipts {
  public static final Duration KEPT = Duration.ofHours(1);

  private final Map<RiderId, Kept> receipts = new ConcurrentHashMap<>();
  private final Map<RiderId, Integer> gallery = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public ErasureReceipts(InstantSource clock) {
    this.clock = clock;
  }

  /** The last one of the rider; empty if this process has none (any more). */
  public Optional<Erasure.Erased> of(RiderId rider) {
    forgetOld();
    return Optional.ofNullable(receipts.get(rider)).map(Kept::receipt);
  }

  void keep(Erasure.Erased receipt) {
    forgetOld();
    receipts.put(receipt.rider(), new Kept(receipt, clock.instant()));
  }

  /** What went of the gallery is told when the rider is erased. */
  void noteGallery(RiderId rider, int photos) {
    gallery.merge(rider, photos, Integer::sum);
  }

  /** Tells it once; {@code null} if nothing of the gallery was to go. */
  @Nullable Integer takeGallery(RiderId rider) {
    return gallery.remove(rider);
  }

  private void forgetOld() {
    Instant oldest = clock.instant().minus(KEPT);
    receipts.values().removeIf(kept -> !kept.at().isAfter(oldest));
  }

  private record Kept(Erasure.Erased receipt, Instant at) {}
}

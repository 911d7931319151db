package dev.riderphotos.web.verification;

import dev.riderphotos.access.ErasureTokens;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.receipt.KeptElsewhere;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.EraseRider;
import dev.riderphotos.verification.Erasure;
import dev.riderphotos.verification.Erasure.KeptHistory;
import dev.riderphotos.verification.Erasure.Written;
import dev.riderphotos.verification.ErasureReceipts;
import dev.riderphotos.verification.ErasureWishes;
import dev.riderphotos.verification.ForgetRider;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.page.Moment;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Erases riders, as they or an operator want it, and tells later what became of it. */
@Singleton
class RiderErasure {
  private final ForgetRider forgetRider;
  private final EraseRider eraseRider;
  private final ErasureWishes wishes;
  private final ErasureReceipts receipts;
  private final ErasureTokens tokens;

  RiderErasure(
      ForgetRider forgetRider,
      EraseRider eraseRider,
      ErasureWishes wishes,
      ErasureReceipts receipts,
      ErasureTokens tokens) {
    this.forgetRider = forgetRider;
    this.eraseRider = eraseRider;
    this.wishes = wishes;
    this.receipts = receipts;
    this.tokens = tokens;
  }

  /** What would go. */
  Erasure.Erased foresee(RiderId rider) {
    return forgetRider.foresee(rider);
  }

  /**
   * Erases the rider and ends all links of theirs and what they opened; while a photo of the
   * rider's is being verified it is busy, and the erasure is done when that ends.
   */
  Erasure erase(RiderId rider) {
    return eraseRider.erase(rider);
  }

  /** The same, and these photos of the gallery. */
  Erasure erase(RiderId rider, List<String> galleryPhotos) {
    List<PhotoName> names =
        ProblemException.unless(() -> galleryPhotos.stream().map(PhotoName::new).toList());
    return eraseRider.erase(rider, names);
  }

  /** How many cases about the rider would end undecided. */
  int openCases(RiderId rider) {
    return forgetRider.openCases(rider);
  }

  /** Whether the rider is yet to be erased. */
  boolean awaits(RiderId rider) {
    return wishes.contain(rider);
  }

  /** The receipt, as long as this process knows it. */
  Optional<Erasure.Erased> receipt(RiderId rider) {
    return receipts.of(rider);
  }

  /** Where it is told what became of the rider's erasure: below a page's path or the API's. */
  URI address(String path, RiderId rider) {
    return URI.create(path + "?token=" + tokens.issue(rider));
  }

  /**
   * Whose erasure a token of such an address asks for.
   *
   * @throws ProblemException if it is none of ours, or an hour old
   */
  RiderId rider(String token) {
    return tokens
        .read(token)
        .orElseThrow(() -> ProblemException.notFound("There is no such erasure, or not any more."));
  }

  /** Has pages show what went, or would go, and what is kept elsewhere until when. */
  static void show(Erasure.Erased erased, Map<String, Object> model, Instant now) {
    model.put("erased", erased);
    KeptHistory kept = erased.kept();
    if (kept != null) {
      model.put("keptUntil", Moment.of(kept.until(), now));
    }
    Written written = erased.written();
    if (written != null) {
      model.put("receipt", written.receipt());
      model.put("elsewhere", written.kept().stream().map(each -> place(each, now)).toList());
    }
  }

  /** What pages say of a place, and until when it has what it has. */
  public record PlaceView(String place, @Nullable Moment until) {}

  private static PlaceView place(KeptElsewhere kept, Instant now) {
    Instant until = kept.until();
    return new PlaceView(kept.place().name(), until == null ? null : Moment.of(until, now));
  }
}

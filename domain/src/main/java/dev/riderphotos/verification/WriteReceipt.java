package dev.riderphotos.verification;

import dev.riderphotos.receipt.KeptElsewhere;
import dev.riderphotos.receipt.KeptElsewhere.Place;
import dev.riderphotos.receipt.Receipt;
import dev.riderphotos.receipt.ReceiptSeal;
import dev.riderphotos.receipt.ReceiptTerms;
import dev.riderphotos.verification.Erasure.Erased;
import dev.riderphotos.verification.Erasure.KeptHistory;
import dev.riderphotos.verification.Erasure.Traces;
import dev.riderphotos.verification.Erasure.Written;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts into writing what was erased, and has it signed. */
public final class WriteReceipt {
  private final ReceiptSeal seal;
  private final ReceiptTerms terms;
  private final InstantSource clock;

  public WriteReceipt(ReceiptSeal seal, ReceiptTerms terms, InstantSource clock) {
    this.seal = seal;
    this.terms = terms;
    this.clock = clock;
  }

  /** Makes sure that {@link #of} will not fail: to be called before anything is erased. */
  void prepare() {
    seal.prepare();
  }

  Erased of(Erased erased) {
    Instant now = clock.instant();
    List<KeptElsewhere> kept = terms.kept(now, beside(erased));
    Receipt receipt =
        new Receipt(
            UUID.randomUUID(),
            terms.issuer(),
            now,
            erased.rider(),
            counts(erased),
            erased.traces().galleryPhotos() != null,
            erased.consents(),
            kept);
    return erased.inWriting(new Written(seal.seal(receipt), kept));
  }

  private static KeptElsewhere[] beside(Erased erased) {
    KeptHistory history = erased.kept();
    boolean looked = erased.traces().galleryPhotos() != null;
    return Stream.of(
            history == null
                ? null
                : new KeptElsewhere(Place.STATE_MACHINE_HISTORY, history.until()),
            looked ? null : new KeptElsewhere(Place.GALLERY, null))
        .filter(Objects::nonNull)
        .toArray(KeptElsewhere[]::new);
  }

  private static Map<String, Integer> counts(Erased erased) {
    Traces traces = erased.traces();
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("profiles", erased.profile() ? 1 : 0);
    counts.put("faces", erased.faces().size());
    counts.put("photosAndThumbnails", erased.photos().size() + traces.leftovers());
    counts.put("executions", erased.executions());
    counts.put("resemblances", traces.resemblances());
    counts.put("cases", traces.cases());
    counts.put("mails", traces.mails());
    counts.put("events", traces.events());
    counts.put("migrationRows", erased.migrationRows());
    counts.put("consents", erased.consents().size());
    if (traces.galleryPhotos() != null) {
      counts.put("galleryPhotos", traces.galleryPhotos());
    }
    return counts;
  }
}

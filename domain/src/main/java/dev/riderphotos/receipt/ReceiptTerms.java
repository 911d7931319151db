package dev.riderphotos.receipt;

import dev.riderphotos.receipt.KeptElsewhere.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment says in all of its receipts.
 *
 * @param issuer where the server is reached, or what it is called
 * @param places what is kept of every erased rider
 */
public record ReceiptTerms(String issuer, List<Term> places) {
  public ReceiptTerms {
    places = List.copyOf(places);
  }

  /**
   * For how long a place keeps what it has.
   *
   * @param after the erasure; {@code null} if nobody said so
   */
  public record Term(Place place, @Nullable Duration after) {}

  /** What is kept of a rider who is erased now, and these places beside. */
  public List<KeptElsewhere> kept(Instant now, KeptElsewhere... more) {
    List<KeptElsewhere> kept = new ArrayList<>();
    for (Term term : places) {
      Duration after = term.after();
      kept.add(new KeptElsewhere(term.place(), after == null ? null : now.plus(after)));
    }
    return Stream.concat(kept.stream(), Arrays.stream(more)).toList();
  }
}

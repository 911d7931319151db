package dev.riderphotos.app.wiring;

import dev.riderphotos.jose.JoseReceiptSeal;
import dev.riderphotos.receipt.ReceiptKeys;
import dev.riderphotos.receipt.ReceiptSeal;
import dev.riderphotos.receipt.ReceiptTerms;
import dev.riderphotos.receipt.ReceiptTerms.Term;
import dev.riderphotos.verification.WriteReceipt;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/** Receipts of erasures, by whatever keeps their keys. */
@Factory
final class ReceiptFactory {
  private static final String NAME = "Rider Photos";

  @Singleton
  ReceiptSeal seal(ReceiptKeys keys) {
    return new JoseReceiptSeal(keys);
  }

  /** Each technology says what it keeps of riders who are erased. */
  @Singleton
  ReceiptTerms terms(
      @Value("${" + AccessFactory.PUBLIC_URL + ":}") String publicUrl, List<Term> places) {
    List<Term> inOrder = places.stream().sorted(Comparator.comparing(Term::place)).toList();
    return new ReceiptTerms(publicUrl.isBlank() ? NAME : publicUrl.strip(), inOrder);
  }

  @Singleton
  WriteReceipt writing(ReceiptSeal seal, ReceiptTerms terms, InstantSource clock) {
    return new WriteReceipt(seal, terms, clock);
  }
}

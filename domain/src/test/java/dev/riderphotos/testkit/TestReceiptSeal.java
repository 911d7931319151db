package dev.riderphotos.testkit;

import dev.riderphotos.receipt.Receipt;
import dev.riderphotos.receipt.ReceiptSeal;
import dev.riderphotos.receipt.ReceiptTerms;
import dev.riderphotos.verification.WriteReceipt;
import java.time.InstantSource;
import java.util.List;

/** Signs nothing: the receipt is what it says. */
public final class TestReceiptSeal implements ReceiptSeal {
  /** Receipts that tell of nothing that is kept elsewhere. */
  public static WriteReceipt receipts(InstantSource clock) {
    return new WriteReceipt(new TestReceiptSeal(), new ReceiptTerms("test", List.of()), clock);
  }

  @Override
  public void prepare() {
    // There is no key.
  }

  @Override
  public String seal(Receipt receipt) {
    return receipt.toString();
  }

  @Override
  public String publicKeys() {
    return "";
  }

  @Override
  public String rotate() {
    return "";
  }
}

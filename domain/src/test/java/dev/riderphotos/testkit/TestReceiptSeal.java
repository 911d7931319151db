package dev.riderphotos.testkit;

import dev.riderphotos.receipt.Receipt;
import dev.riderphotos.receipt.ReceiptSeal;

/** Signs nothing: the receipt is what it says. */
public final class TestReceiptSeal implements ReceiptSeal {
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

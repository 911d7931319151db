package dev.riderphotos.testkit;

import dev.riderphotos.receipt.ReceiptKeys;

class InMemoryReceiptKeysTest extends ReceiptKeysContract {
  private final InMemoryReceiptKeys keys = new InMemoryReceiptKeys();

  @Override
  protected ReceiptKeys keys() {
    return keys;
  }

  @Override
  protected ReceiptKeys ofAnotherProcess() {
    return keys;
  }
}

package dev.riderphotos.receipt;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Keeps the keys that receipts are signed with: a text, and a secret. It is durable when a call
 * returns. Other processes may have the same keys; what one of them changes others see, at the
 * latest some minutes later. Faults are {@link dev.riderphotos.BackendException}s.
 */
public interface ReceiptKeys {
  /**
   * The text that is kept. If there is none, this one is kept from now on: of any number of callers
   * that bring one at once one succeeds, and all get that one.
   */
  String orKeep(Supplier<String> first);

  /**
   * Changes the text that is kept. Reading and writing are one: no change is lost, and each may be
   * asked for more than once.
   *
   * @param first what is kept if there is nothing yet; it is not changed
   * @return what is kept now
   */
  String change(Supplier<String> first, UnaryOperator<String> change);
}

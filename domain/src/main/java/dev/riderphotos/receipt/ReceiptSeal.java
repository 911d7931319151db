package dev.riderphotos.receipt;

/**
 * Signs receipts so that anybody can check them by keys that are no secret, also years later, when
 * another key signs. Nothing is kept of a receipt. Faults are {@link
 * dev.riderphotos.BackendException}s.
 */
public interface ReceiptSeal {
  /**
   * Makes sure of a key, which is made if there is none: to be called before anything is erased,
   * for what is gone can be told once.
   */
  void prepare();

  /** The receipt in writing, signed by the present key. */
  String seal(Receipt receipt);

  /** The public keys, the present one first and then those of before: what is checked with. */
  String publicKeys();

  /**
   * Makes a new key, which signs from now on; of the present one its public half is kept.
   *
   * @return what the new key is called
   */
  String rotate();
}

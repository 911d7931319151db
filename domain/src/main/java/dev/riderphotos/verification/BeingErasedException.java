package dev.riderphotos.verification;

/** Nothing is begun for a rider who wants to be erased, until that is done. */
public final class BeingErasedException extends RuntimeException {
  BeingErasedException() {
    super("The rider is being erased");
  }
}

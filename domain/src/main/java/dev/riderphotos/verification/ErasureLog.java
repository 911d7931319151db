package dev.riderphotos.verification;

import dev.riderphotos.rider.RiderId;

/**
 * Remembers that a rider was erased, in a way that tells nobody who it was, for one purpose: a
 * backup that is older than the erasure still has the rider, and whoever restores it must be able
 * to erase the rider again.
 */
public interface ErasureLog {
  /**
   * Notes that the rider is being erased, or has been: it is told before anything goes, so that no
   * crash leaves an erasure without a note, and again once all is gone, so that a backup which was
   * made in between has a note after it. A rider may be noted any number of times; notes are never
   * taken back. The note is durable when this returns. Faults are {@link
   * dev.riderphotos.BackendException}s, and then nothing is to be erased.
   */
  void note(RiderId rider);
}

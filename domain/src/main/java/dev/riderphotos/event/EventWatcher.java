package dev.riderphotos.event;

/** Sees what goes wrong with events, to count and log it. Must not throw. */
public interface EventWatcher {
  /** An attempt failed; there will be another. */
  void postponed(EventId id, RuntimeException fault);

  /** The last attempt failed, or no further one would help; an operator has to see to it. */
  void buried(EventId id, RuntimeException fault);
}

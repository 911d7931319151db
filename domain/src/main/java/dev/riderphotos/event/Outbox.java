package dev.riderphotos.event;

import java.time.Instant;
import java.util.List;

/**
 * The events that are not delivered yet, and its dead letters. The store adds one whenever an
 * object arrives, in such a way that no object which is acknowledged to its sender is without one.
 * Every call may be repeated; writes are durable when the call returns. Faults are {@link
 * dev.riderphotos.BackendException}s.
 */
public interface Outbox extends DeadLetters {
  /** Those to be delivered by now, the oldest first, at most {@code limit}. Takes none out. */
  List<Delivery> due(Instant now, int limit);

  /** Takes out an event that was delivered; harmless when it is not there. */
  void done(EventId id);

  /** Counts an attempt that failed, and keeps the event back until then. */
  void postpone(EventId id, String error, Instant until);

  /** Counts an attempt that failed and makes the event a dead letter, which is never due. */
  void bury(EventId id, String error, Instant now);

  /**
   * Makes due what an earlier process had only begun to announce when it died: the object may have
   * arrived. To be called on start, before objects come in.
   */
  void resume(Instant now);

  /**
   * An event and how often it was tried in vain.
   *
   * @param attempts so far
   */
  record Delivery(ObjectCreated event, int attempts) {}
}

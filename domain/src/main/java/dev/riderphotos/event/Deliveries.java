package dev.riderphotos.event;

/** Brings events to the owners of their buckets, each at least once, in any order. */
public interface Deliveries {
  /**
   * Takes up what an earlier process left: to be called on start, before objects come in.
   *
   * @throws dev.riderphotos.BackendException if that cannot be had at the moment; nothing is lost
   */
  void resume();

  /**
   * Delivers all that is due, and what becomes due meanwhile; may wait a while for it. An
   * interrupted caller begins no more.
   *
   * @throws dev.riderphotos.BackendException if nothing can be had at the moment; nothing is lost
   */
  void deliver();

  /** From now on no event is begun; what is not dealt with comes again at the next start. */
  void stop();
}

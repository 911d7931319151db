package dev.riderphotos.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The events that nobody could deal with, kept until an operator has mended what was wrong. What is
 * redriven is so durably when the call returns; where it is cut short, no event is lost. Faults are
 * {@link dev.riderphotos.BackendException}s.
 */
public interface DeadLetters {
  /**
   * Some of them, the longest dead first, at most {@code limit}; which ones, where there are more,
   * is the backend's choice. Takes none out.
   */
  List<DeadLetter> dead(int limit);

  /**
   * Makes a dead letter an event again that is due at once, as if it had never been tried.
   *
   * @return the letter, or empty if there is no such one
   */
  Optional<DeadLetter> redrive(EventId id, Instant now);

  /**
   * Forgets a dead letter for good: nothing is ever done with its event. The object that it is
   * about stays as it is.
   *
   * @return the letter as it was, or empty if there is no such one, so that repeating is harmless
   */
  Optional<DeadLetter> drop(EventId id);

  /**
   * Redrives all that are dead by now; those that die meanwhile stay dead.
   *
   * @return how many there were
   */
  int redriveAll(Instant now);

  /**
   * Takes out for good all events about objects of this bucket whose keys begin so: dead ones, and
   * those that wait, where they can be picked out; else they are delivered, and find nothing. May
   * be repeated.
   *
   * @return how many there were
   */
  int forget(String bucket, String prefix);

  /**
   * An event that nobody could deal with.
   *
   * @param error of the last attempt, as far as the backend keeps it, for an operator
   * @param since when it was given up, or came in where the backend knows no better
   */
  record DeadLetter(ObjectCreated event, int attempts, String error, Instant since) {}
}

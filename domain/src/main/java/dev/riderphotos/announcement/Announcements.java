package dev.riderphotos.announcement;

import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told to other programs and is not yet, in the order of {@link AnnouncementId}s, and
 * its dead letters. Whatever keeps the thing that is told of adds it, in the same transaction
 * ({@link Announcing}). Every call may be repeated; writes are durable when the call returns, and
 * seen by the next call, whichever process makes it. Faults are {@link
 * dev.riderphotos.BackendException}s.
 */
public interface Announcements {
  /** For so long who took one has it alone: longer than any attempt takes. */
  Duration TURN = Duration.ofSeconds(30);

  /** For so long it may be told at most that a rider was erased: then that is forgotten, too. */
  Duration ERASURE_KEPT = Duration.ofDays(7);

  /**
   * Takes some that are to be told by now, the oldest first, at most {@code limit}, of each rider
   * the first alone, due or not: it bars the later ones. They are kept back for a {@link #TURN};
   * what whoever took them has not dealt with by then is due again. Of several processes at once,
   * one takes each. Which are found where very many wait is the backend's choice.
   */
  List<Delivery> take(Instant now, int limit);

  /** Takes out one that was told; harmless when it is not there. */
  void done(AnnouncementId id);

  /** Counts an attempt that failed, and keeps the announcement back until then. */
  void postpone(AnnouncementId id, String error, Instant until);

  /** Counts an attempt that failed and makes it a dead letter, which is never due, nor bars any. */
  void bury(AnnouncementId id, String error, Instant now);

  /** Some dead letters, the first announced first, at most {@code limit}. Takes none out. */
  List<DeadLetter> dead(int limit);

  /**
   * Makes a dead letter due again at once, as if it had never been tried. What came later may have
   * been told by now.
   *
   * @return the letter, or empty if there is no such one
   */
  Optional<DeadLetter> redrive(AnnouncementId id, Instant now);

  /**
   * Redrives all that are dead by now; those that die meanwhile stay dead.
   *
   * @return how many there were
   */
  int redriveAll(Instant now);

  /**
   * Deletes a dead letter for good.
   *
   * @return whether there was such a one
   */
  boolean drop(AnnouncementId id);

  /** Deletes all of a rider, dead letters too, but what tells of the erasure. */
  void forget(RiderId rider);

  /** Deletes what tells of erasures before then, dead letters too. */
  void forgetErasures(Instant before);

  /** How much there is. */
  Backlog backlog();

  /** Since when nothing is sent, and why; empty if it is. */
  Optional<Off> off();

  /** Has nothing sent any more; where that is so already, it stays as it is. */
  void switchOff(Off since);

  /** Has things sent again; harmless if they are. */
  void switchOn();

  /**
   * An announcement and how often it was tried in vain.
   *
   * @param attempts so far
   */
  record Delivery(OfRider announcement, int attempts) {}

  /**
   * An announcement that could not be told.
   *
   * @param error of the last attempt
   * @param since when it was given up
   */
  record DeadLetter(OfRider announcement, int attempts, String error, Instant since) {}

  /**
   * How much there is.
   *
   * @param oldest when the oldest that is still to be told happened; {@code null} if there is none
   */
  record Backlog(long pending, long dead, @Nullable Instant oldest) {}

  /**
   * Nothing is sent.
   *
   * @param why what the receiver answered
   */
  record Off(Instant since, String why) {}
}

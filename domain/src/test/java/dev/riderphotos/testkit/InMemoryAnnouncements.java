package dev.riderphotos.testkit;

import dev.riderphotos.BackendException;
import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcement.RiderErased;
import dev.riderphotos.announcement.AnnouncementId;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.rider.RiderId;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps announcements as long as it lives. */
public final class InMemoryAnnouncements implements Announcements {
  private final TreeMap<AnnouncementId, Kept> all = new TreeMap<>();
  private @Nullable Off off;
  private boolean broken;

  private record Kept(
      OfRider announcement,
      int attempts,
      @Nullable String error,
      @Nullable Instant due,
      @Nullable Instant deadSince) {
    boolean tellsOfAnErasure() {
      return announcement instanceof RiderErased;
    }

    DeadLetter letter() {
      return new DeadLetter(
          announcement, attempts, Objects.requireNonNull(error), Objects.requireNonNull(deadSince));
    }
  }

  public synchronized void add(OfRider announcement) {
    put(new Kept(announcement, 0, null, announcement.at(), null));
  }

  /** Drops what was to be told of a rider, and adds the erasure. */
  synchronized void erased(RiderId rider, Announcing announcing, Instant now) {
    Instant latest =
        ofRider(rider)
            .map(Kept::due)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    forget(rider);
    announcing
        .ofErased(rider, now)
        .ifPresent(
            erasure ->
                put(new Kept(erasure, 0, null, Announcing.afterWhatIsUnderWay(now, latest), null)));
  }

  private Stream<Kept> ofRider(RiderId rider) {
    return all.values().stream()
        .filter(each -> each.announcement().rider().equals(rider) && !each.tellsOfAnErasure());
  }

  /** From now on nothing can be added. */
  synchronized void breakDown() {
    broken = true;
  }

  private void put(Kept kept) {
    if (broken) {
      throw new BackendException("announce it", true, new IOException("on purpose"));
    }
    all.put(kept.announcement().id(), kept);
  }

  /** All that are to be told, due or not, in their order. */
  public synchronized List<OfRider> pending() {
    return all.values().stream()
        .filter(each -> each.due() != null)
        .map(Kept::announcement)
        .toList();
  }

  @Override
  public synchronized List<Delivery> take(Instant now, int limit) {
    Set<RiderId> barred = new HashSet<>();
    List<Kept> due =
        all.values().stream()
            .filter(each -> each.due() != null && barred.add(each.announcement().rider()))
            .filter(each -> each.due() != null && !each.due().isAfter(now))
            .limit(limit)
            .toList();
    due.forEach(
        each ->
            put(
                new Kept(
                    each.announcement(), each.attempts(), each.error(), now.plus(TURN), null)));
    return due.stream().map(each -> new Delivery(each.announcement(), each.attempts())).toList();
  }

  @Override
  public synchronized void done(AnnouncementId id) {
    all.remove(id);
  }

  @Override
  public synchronized void postpone(AnnouncementId id, String error, Instant until) {
    failed(id, error, until, null);
  }

  @Override
  public synchronized void bury(AnnouncementId id, String error, Instant now) {
    failed(id, error, null, now);
  }

  private void failed(
      AnnouncementId id, String error, @Nullable Instant due, @Nullable Instant deadSince) {
    Kept _ =
        all.computeIfPresent(
            id,
            (_, kept) ->
                kept.due() == null
                    ? kept
                    : new Kept(kept.announcement(), kept.attempts() + 1, error, due, deadSince));
  }

  @Override
  public synchronized List<DeadLetter> dead(int limit) {
    return letters(_ -> true).stream().limit(limit).toList();
  }

  private List<DeadLetter> letters(Predicate<Kept> chosen) {
    return all.values().stream()
        .filter(each -> each.deadSince() != null)
        .filter(chosen)
        .map(Kept::letter)
        .toList();
  }

  @Override
  public synchronized Optional<DeadLetter> redrive(AnnouncementId id, Instant now) {
    Optional<DeadLetter> letter =
        letters(each -> each.announcement().id().equals(id)).stream().findFirst();
    letter.ifPresent(found -> put(new Kept(found.announcement(), 0, null, now, null)));
    return letter;
  }

  @Override
  public synchronized int redriveAll(Instant now) {
    List<DeadLetter> letters =
        letters(each -> each.deadSince() != null && !each.deadSince().isAfter(now));
    letters.forEach(letter -> put(new Kept(letter.announcement(), 0, null, now, null)));
    return letters.size();
  }

  @Override
  public synchronized boolean drop(AnnouncementId id) {
    boolean dead = !letters(each -> each.announcement().id().equals(id)).isEmpty();
    if (dead) {
      all.remove(id);
    }
    return dead;
  }

  @Override
  public synchronized void forget(RiderId rider) {
    ofRider(rider).map(each -> each.announcement().id()).toList().forEach(all::remove);
  }

  @Override
  public synchronized void forgetErasures(Instant before) {
    all.values()
        .removeIf(each -> each.tellsOfAnErasure() && each.announcement().at().isBefore(before));
  }

  @Override
  public synchronized Backlog backlog() {
    List<OfRider> pending = pending();
    return new Backlog(
        pending.size(),
        letters(_ -> true).size(),
        pending.stream().map(OfRider::at).min(Comparator.naturalOrder()).orElse(null));
  }

  @Override
  public synchronized Optional<Off> off() {
    return Optional.ofNullable(off);
  }

  @Override
  public synchronized void switchOff(Off since) {
    off = off == null ? since : off;
  }

  @Override
  public synchronized void switchOn() {
    off = null;
  }
}

package dev.riderphotos.web.access;

import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.Allowance;
import dev.riderphotos.web.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * How much each rider and each caller may send, so that none of them fills the disk or keeps the
 * engine from the others. The count is this process's, and begins anew with it; what was used comes
 * back bit by bit.
 */
public final class Quotas implements Allowance {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Quota photos;
  private final Quota tickets;
  private final Quota bytes;
  private final Quota mails;

  public Quotas(Rules rules, TimeMeter meter) {
    this.photos = new Quota(rules.photosPerRiderHour(), HOUR, meter);
    this.tickets = new Quota(rules.ticketsPerCallerHour(), HOUR, meter);
    this.bytes = new Quota(rules.bytesPerCallerDay(), DAY, meter);
    this.mails = new Quota(rules.mailsPerRiderDay(), DAY, meter);
  }

  /** How much there is of each, 0 for as much as anybody likes. */
  public record Rules(
      long photosPerRiderHour,
      long ticketsPerCallerHour,
      long bytesPerCallerDay,
      long mailsPerRiderDay) {
    public static final Rules NONE = new Rules(0, 0, 0, 0);

    public Rules {
      if (LongStream.of(
              photosPerRiderHour, ticketsPerCallerHour, bytesPerCallerDay, mailsPerRiderDay)
          .anyMatch(quota -> quota < 0)) {
        throw new IllegalArgumentException("a quota is at least 1, or 0 for none");
      }
    }
  }

  /**
   * Counts a photo that was sent for the rider, by whomever.
   *
   * @throws ProblemException if it is one too many; nothing was counted then
   */
  public void takePhoto(RiderId rider) {
    photos.take(
        rider.value(), 1, "TOO_MANY_PHOTOS", "This rider has sent too many photos in an hour.");
  }

  /**
   * Counts an upload ticket that the caller asked for.
   *
   * @throws ProblemException if it is one too many; nothing was counted then
   */
  public void takeTicket(Caller caller) {
    tickets.take(
        caller.account(), 1, "TOO_MANY_TICKETS", "You have asked for too many uploads in an hour.");
  }

  @Override
  public void takeBytes(String account, long size) {
    bytes.take(account, size, "TOO_MANY_BYTES", "You have sent too much in a day.");
  }

  /** Counts a mail to the rider, unless it is one too many; whether it may be sent. */
  public boolean takeMail(RiderId rider) {
    return mails.tryTake(rider.value(), 1).isZero();
  }

  /** Of one kind of thing, so many in a while for each name. */
  private static final class Quota {
    private final long most;
    private final Buckets buckets;

    Quota(long most, Duration during, TimeMeter meter) {
      Supplier<Bucket> full =
          () ->
              Bucket.builder()
                  .addLimit(limit -> limit.capacity(most).refillGreedy(most, during))
                  .withCustomTimePrecision(meter)
                  .build();
      this.most = most;
      this.buckets = new Buckets(full);
    }

    void take(String name, long amount, String code, String what) {
      Duration wait = tryTake(name, amount);
      if (!wait.isZero()) {
        throw ProblemException.tooMany(code, what + " Try again in " + spoken(wait) + ".", wait);
      }
    }

    /** Zero if it was taken, else how long it will be until there is as much. */
    Duration tryTake(String name, long amount) {
      if (most == 0 || amount == 0) {
        return Duration.ZERO;
      }
      ConsumptionProbe probe = buckets.of(name).tryConsumeAndReturnRemaining(amount);
      return probe.isConsumed()
          ? Duration.ZERO
          : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    private static String spoken(Duration wait) {
      return wait.compareTo(Duration.ofMinutes(2)) < 0
          ? wait.plusMillis(999).toSeconds() + " s"
          : wait.plusSeconds(59).toMinutes() + " min";
    }
  }
}

package dev.riderphotos.announcement;

import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.Status;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.review.Decision;
import dev.riderphotos.review.Kind;
import dev.riderphotos.review.Outcome;
import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that other programs are told. It has ids, a status, names, codes and times; never a
 * photo, a likeness, another rider, who decided or what they wrote.
 */
public sealed interface Announcement {
  AnnouncementId id();

  /** What it is called to those who are told. */
  String type();

  /** Of what it is, among all of its type. */
  String subject();

  /** When it happened. */
  Instant at();

  /** One of a rider; those of one rider are told in the order of their ids. */
  sealed interface OfRider extends Announcement {
    RiderId rider();
  }

  /**
   * A verification came to its end; one that failed may come to another.
   *
   * @param error by which name it was refused; {@code null} if it was not
   * @param codes why it was refused, the decisive reason first
   */
  record ExecutionEnded(
      AnnouncementId id,
      RiderId rider,
      Instant at,
      ExecutionId execution,
      Status status,
      @Nullable String error,
      List<ReasonCode> codes,
      Instant startedAt)
      implements OfRider {
    public static final String TYPE = "execution.ended";

    public ExecutionEnded {
      codes = List.copyOf(codes);
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public String subject() {
      return execution.toString();
    }
  }

  /**
   * What people decided of a rider was done; of a case with two riders each is told of by itself.
   *
   * @param withdrawn whether it took the rider's registration away
   */
  record ReviewDecided(
      AnnouncementId id,
      RiderId rider,
      Instant at,
      CaseId review,
      Kind kind,
      Decision decision,
      Outcome outcome,
      boolean withdrawn)
      implements OfRider {
    public static final String TYPE = "review.decided";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public String subject() {
      return review.toString();
    }
  }

  /** Nothing of the rider is left. */
  record RiderErased(AnnouncementId id, RiderId rider, Instant at) implements OfRider {
    public static final String TYPE = "rider.erased";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public String subject() {
      return rider.value();
    }
  }

  /** Nothing happened: somebody tries whether announcements arrive. */
  record Trial(AnnouncementId id, Instant at) implements Announcement {
    public static final String TYPE = "webhooks.test";

    public static Trial now(Instant now) {
      return new Trial(AnnouncementId.at(now), now);
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public String subject() {
      return id.toString();
    }
  }
}

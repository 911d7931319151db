package dev.riderphotos.review;

import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a decision leaves behind for verifications to go by. */
public sealed interface Judgement {
  /** The riders whom it is about. */
  Set<RiderId> riders();

  /** Two judgements of one key are one; it holds no time. */
  String key();

  /** These two faces are two people's: neither stands in the other's way. A pair has no order. */
  record TwoPeople(Sitter one, Sitter other) implements Judgement {
    public TwoPeople {
      if (one.toString().compareTo(other.toString()) > 0) {
        Sitter first = other;
        other = one;
        one = first;
      }
    }

    @Override
    public Set<RiderId> riders() {
      return Set.copyOf(List.of(one.rider(), other.rider()));
    }

    @Override
    public String key() {
      return "two\n%s\n%s\n%s\n%s"
          .formatted(
              one.rider().value(), one.face().value(), other.rider().value(), other.face().value());
    }

    /** The one on the other side of this rider. */
    public Sitter besides(RiderId rider) {
      return one.rider().equals(rider) ? other : one;
    }

    /** The one of this rider. */
    public Sitter of(RiderId rider) {
      return one.rider().equals(rider) ? one : other;
    }
  }

  /**
   * These two riders are one person: while one of them is registered, a face like theirs is refused
   * under the other's id, from the reference's similarity on.
   *
   * @param withdrawn whose registration went, or was refused
   * @param verification the execution that had verified the withdrawn one; {@code null} if there
   *     was none
   * @param at when it was decided
   */
  record OnePerson(RiderId withdrawn, RiderId kept, @Nullable ExecutionId verification, Instant at)
      implements Judgement {
    @Override
    public Set<RiderId> riders() {
      return Set.copyOf(List.of(withdrawn, kept));
    }

    @Override
    public String key() {
      return "one\n%s\n%s".formatted(withdrawn.value(), kept.value());
    }

    /** The rider on the other side of this one. */
    public RiderId besides(RiderId rider) {
      return withdrawn.equals(rider) ? kept : withdrawn;
    }
  }

  /**
   * A photo is verified once more, by this execution, for people looked at it.
   *
   * @param why {@link Decision#TWO_PEOPLE}: the face of {@code other} does not stand in its way;
   *     {@link Decision#NO_SUNGLASSES}: nor do glasses; {@link Decision#SAME_RIDER}: nor that it is
   *     not like the rider's registered one, whose place it takes
   * @param other whose face does not; {@code null} if it is about none
   */
  record SecondLook(RiderId rider, ExecutionId execution, Decision why, @Nullable Sitter other)
      implements Judgement {
    @Override
    public Set<RiderId> riders() {
      return other == null ? Set.of(rider) : Set.copyOf(List.of(rider, other.rider()));
    }

    @Override
    public String key() {
      return "look\n%s\n%s".formatted(rider.value(), execution);
    }
  }
}

package dev.riderphotos.review;

import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what reviewers decide. Nothing else is written until the grace is over: then {@link
 * CarryOutDecisions} does what follows.
 *
 * <p>One reviewer decides, or two who decide alike without seeing what the other decided; where two
 * do not, a third decides. What takes from a rider what was registered first takes two wherever
 * there are two operators. Who decides a case again that is not decided yet has changed their mind.
 */
public final class DecideCase {
  private final Cases cases;
  private final RiderProfiles profiles;
  private final FaceCounterparts counterparts;
  private final Reviewers reviewers;
  private final ReviewSettings settings;
  private final InstantSource clock;

  public DecideCase(
      Cases cases,
      RiderProfiles profiles,
      FaceCounterparts counterparts,
      Reviewers reviewers,
      ReviewSettings settings,
      InstantSource clock) {
    this.cases = cases;
    this.profiles = profiles;
    this.counterparts = counterparts;
    this.reviewers = reviewers;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What a reviewer decides.
   *
   * @param version of the {@link Standing} that the reviewer looked at
   * @param now whether it is carried out at once, without grace, as soon as it is decided
   */
  public record Vote(
      CaseId id,
      Reviewer reviewer,
      String version,
      Ruling ruling,
      @Nullable String note,
      boolean now) {
    private static final int MAX_NOTE = 1000;

    public Vote {
      if (note != null && note.codePointCount(0, note.length()) > MAX_NOTE) {
        throw new IllegalArgumentException("A note has at most 1000 characters");
      }
    }
  }

  /** What came of it. */
  public sealed interface Answer {
    /** It is decided, and is carried out when the case is {@link Case#due}. */
    record Decided(Case decided) implements Answer {}

    /** It is noted, and another reviewer is to decide, too. */
    record Noted(Case open) implements Answer {}

    /** Something has changed since the reviewer looked: nothing is noted. */
    record CaseChanged(Case open, Standing now) implements Answer {}

    /** It is decided or closed already: nothing is noted. */
    record NotOpen(Case present) implements Answer {}

    /** Nobody can decide this of such a case, but these: nothing is noted. */
    record NotPossible(Set<Decision> possible) implements Answer {}

    /** There is no such case, or its rider was erased. */
    record NotFound() implements Answer {}
  }

  public Answer decide(Vote vote) {
    Optional<Case> found = cases.find(vote.id());
    if (found.isEmpty()) {
      return new Answer.NotFound();
    }
    Case seen = found.get();
    if (!seen.decisions().contains(vote.ruling().decision())) {
      return new Answer.NotPossible(seen.decisions());
    }
    if (seen.state() != CaseState.OPEN) {
      return new Answer.NotOpen(seen);
    }
    Standing standing = Standing.of(seen, profiles, counterparts);
    if (!standing.decidable(seen)) {
      return close(seen);
    }
    return standing.version().equals(vote.version())
        ? decide(vote, seen, standing)
        : new Answer.CaseChanged(seen, standing);
  }

  private Answer close(Case seen) {
    Instant now = clock.instant();
    return cases
        .change(
            seen.id(),
            each -> each.state() == CaseState.OPEN ? each.closed(Outcome.GONE, now, null) : each)
        .<Answer>map(Answer.NotOpen::new)
        .orElseGet(Answer.NotFound::new);
  }

  private Answer decide(Vote vote, Case seen, Standing standing) {
    Instant now = clock.instant();
    boolean several = reviewers.several();
    AtomicReference<Answer> answer = new AtomicReference<>(new Answer.NotFound());
    Optional<Case> after =
        cases.change(
            vote.id(),
            each -> {
              if (each.state() != CaseState.OPEN) {
                answer.set(new Answer.NotOpen(each));
                return each;
              }
              if (!each.joined().equals(seen.joined())) {
                answer.set(new Answer.CaseChanged(each, standing));
                return each;
              }
              Case next = next(standing(each, standing), vote, now, several);
              answer.set(
                  next.state() == CaseState.OPEN
                      ? new Answer.Noted(next)
                      : new Answer.Decided(next));
              return next;
            });
    return after.isEmpty() ? new Answer.NotFound() : answer.get();
  }

  /** With the opinions that were of the same, by those who still may have any. */
  private Case next(Case open, Vote vote, Instant now, boolean several) {
    List<Opinion> opinions = new ArrayList<>();
    open.opinions().stream()
        .filter(each -> each.version().equals(vote.version()))
        .filter(each -> !each.reviewer().equals(vote.reviewer()))
        .filter(each -> reviewers.mayReview(each.reviewer()))
        .forEach(opinions::add);
    opinions.add(
        new Opinion(vote.reviewer(), vote.ruling(), vote.note(), vote.version(), vote.now(), now));
    return isDecided(opinions, several)
        ? open.claimedBy(null).decided(opinions, vote.ruling(), carriedOut(opinions, now))
        : open.claimedBy(null).undecided(opinions, open.openedAt().plus(settings.expire()));
  }

  private Instant carriedOut(List<Opinion> opinions, Instant now) {
    return opinions.getLast().now() ? now : now.plus(settings.grace());
  }

  /** By the last opinion. */
  private boolean isDecided(List<Opinion> opinions, boolean several) {
    boolean two =
        settings.reviewers() == 2
            || (several && opinions.stream().anyMatch(each -> each.ruling().grave()));
    Ruling last = opinions.getLast().ruling();
    return !two
        || opinions.size() > 2
        || (opinions.size() == 2 && opinions.getFirst().ruling().equals(last));
  }

  /** What is carried out is done to these faces and photos, and to no others. */
  private static Case standing(Case of, Standing now) {
    Party other = of.other();
    return of.standing(
        of.kind() == Kind.POSSIBLE_DUPLICATE ? present(of.rider(), now.rider()) : of.rider(),
        other == null ? null : present(other, now.other()));
  }

  private static Party present(Party party, @Nullable RiderProfile profile) {
    if (profile == null) {
      return new Party(party.rider(), party.execution(), party.photo(), party.box(), null);
    }
    boolean same = profile.photo().equals(party.photo());
    return new Party(
        party.rider(),
        same ? party.execution() : null,
        profile.photo(),
        same ? party.box() : null,
        profile.face());
  }
}

package dev.riderphotos.review;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.review.Judgement.OnePerson;
import dev.riderphotos.review.Judgement.SecondLook;
import dev.riderphotos.review.Judgement.TwoPeople;
import dev.riderphotos.review.WithdrawRegistration.Progress;
import dev.riderphotos.review.WordOfReview.Word;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Does what follows of a decision, once its grace is over: if all is as it was when it was decided,
 * the case is under way from then on, and each step can be repeated until it is closed. If not, the
 * case is open again, and shows how it stands.
 *
 * <p>What is noted for verifications to go by is noted first. So a photo that comes while a
 * registration is withdrawn is held to it; one that came before is waited for.
 */
public final class CarryOutDecisions {
  /** For so long the photo stays of who was withdrawn, for an appeal. */
  private static final Duration FOR_APPEAL = Duration.ofDays(30);

  private final Cases cases;
  private final Judgements judgements;
  private final RiderProfiles profiles;
  private final FaceCounterparts counterparts;
  private final Executions executions;
  private final PhotoStore photos;
  private final Parties parties;
  private final WithdrawRegistration withdrawing;
  private final KeptPhoto kept;
  private final VerifyAgain again;
  private final WordOfReview word;
  private final Reviewers reviewers;
  private final ReviewSettings settings;
  private final InstantSource clock;

  public CarryOutDecisions(
      Cases cases,
      Judgements judgements,
      RiderProfiles profiles,
      RiderFaces faces,
      FaceCounterparts counterparts,
      Executions executions,
      PhotoStore photos,
      VerifyAgain again,
      WordOfReview word,
      Reviewers reviewers,
      ReviewSettings settings,
      InstantSource clock) {
    this.cases = cases;
    this.judgements = judgements;
    this.profiles = profiles;
    this.counterparts = counterparts;
    this.executions = executions;
    this.photos = photos;
    this.parties = new Parties(profiles, faces, executions);
    this.withdrawing =
        new WithdrawRegistration(
            profiles, faces, photos, executions, new Clearances(judgements, faces), clock);
    this.kept = new KeptPhoto(profiles, photos);
    this.again = again;
    this.word = word;
    this.reviewers = reviewers;
    this.settings = settings;
    this.clock = clock;
  }

  /** Carries the decision out, or goes on with it. What is not decided or not due is left. */
  public void carryOut(CaseId id) {
    cases
        .find(id)
        .flatMap(this::begin)
        .filter(each -> each.state() == CaseState.UNDER_WAY)
        .ifPresent(this::goOn);
  }

  private Optional<Case> begin(Case found) {
    if (!isToBegin(found)) {
      return Optional.of(found);
    }
    Standing standing = Standing.of(found, profiles, counterparts);
    boolean same =
        found.opinions().stream()
            .allMatch(
                each ->
                    each.version().equals(standing.version())
                        && reviewers.mayReview(each.reviewer()));
    Instant expires = clock.instant().plus(settings.expire());
    Party registration = same ? registration(found, standing) : null;
    ExecutionId verification = ExecutionId.random();
    return cases.change(
        found.id(),
        each ->
            !each.equals(found)
                ? each // it was undone meanwhile, or somebody else began it
                : same ? each.begun(registration, verification) : each.reopened(expires));
  }

  private boolean isToBegin(Case found) {
    Instant due = found.due();
    return found.state() == CaseState.DECIDED && due != null && !clock.instant().isBefore(due);
  }

  /** Which registration goes; {@code null} if none does. */
  private static @Nullable Party registration(Case of, Standing standing) {
    Ruling ruling = Objects.requireNonNull(of.ruling());
    Party other = of.other();
    return switch (ruling.decision()) {
      case ONE_PERSON ->
          ruling.withdraw() == Withdraw.EARLIER ? other : registered(of.rider(), standing);
      case REGISTERED_IS_WRONG -> other;
      case TWO_PEOPLE, SAME_RIDER, SOMEBODY_ELSE, NO_SUNGLASSES, NOT_USABLE -> null;
    };
  }

  /** Of somebody who appeals, what they may have besides the photo that was refused. */
  private static @Nullable Party registered(Party rider, Standing standing) {
    if (rider.registered() || standing.rider() == null) {
      return rider.registered() ? rider : null;
    }
    return new Party(rider.rider(), null, standing.rider().photo(), null, standing.rider().face());
  }

  private void goOn(Case begun) {
    Ruling ruling = Objects.requireNonNull(begun.ruling());
    switch (ruling.decision()) {
      case TWO_PEOPLE -> twoPeople(begun);
      case ONE_PERSON -> onePerson(begun, ruling);
      case SAME_RIDER, NO_SUNGLASSES -> lookAgain(begun, ruling.decision(), null);
      case REGISTERED_IS_WRONG -> replace(begun);
      case SOMEBODY_ELSE, NOT_USABLE -> leave(begun);
    }
  }

  private void twoPeople(Case begun) {
    Party other = begun.other();
    if (other != null && !other.rider().equals(begun.rider().rider())) {
      forgetThatTheyAreOne(begun.rider().rider(), other.rider());
    }
    Optional<Sitter> rider = sitter(begun.rider());
    Optional<Sitter> opposite = Optional.ofNullable(other).flatMap(CarryOutDecisions::sitter);
    if (begun.kind() != Kind.POSSIBLE_DUPLICATE) {
      lookAgain(begun, Decision.TWO_PEOPLE, opposite.orElse(null));
      return;
    }
    if (rider.isPresent() && opposite.isPresent()) {
      judgements.add(new TwoPeople(rider.get(), opposite.get()));
    }
    close(begun, Outcome.CARRIED_OUT, null);
  }

  private void forgetThatTheyAreOne(RiderId rider, RiderId other) {
    judgements.of(rider).stream()
        .filter(OnePerson.class::isInstance)
        .filter(each -> each.riders().equals(Set.of(rider, other)))
        .forEach(judgements::remove);
  }

  private static Optional<Sitter> sitter(Party party) {
    FaceId face = party.face();
    return face == null ? Optional.empty() : Optional.of(new Sitter(party.rider(), face));
  }

  private void onePerson(Case begun, Ruling ruling) {
    Party other = begun.other();
    if (other == null) {
      leave(begun);
      return;
    }
    boolean earlier = ruling.withdraw() == Withdraw.EARLIER;
    Party goes = earlier ? other : begun.rider();
    Party stays = earlier ? begun.rider() : other;
    Optional<Execution> verification = verificationOf(begun.withdrawn());
    OnePerson judgement =
        new OnePerson(
            goes.rider(),
            stays.rider(),
            verification.map(Execution::id).orElse(null),
            clock.instant());
    judgements.add(judgement);
    Party registration = begun.withdrawn();
    if (registration != null && !isWithdrawn(begun, registration, noted(judgement))) {
      return;
    }
    if (earlier && !begun.rider().registered()) {
      boolean _ = verifyAgain(begun);
    }
    if (registration != null) {
      word.tell(Word.WITHDRAWN, begun.id(), registration.rider(), verification.orElse(null));
    } else if (!earlier) {
      tellThatItStands(begun);
    }
    Instant photoGoes = registration == null ? appealed(begun) : clock.instant().plus(FOR_APPEAL);
    close(begun, Outcome.CARRIED_OUT, photoGoes);
  }

  private Optional<Execution> verificationOf(@Nullable Party registration) {
    PhotoRef photo = registration == null ? null : registration.photo();
    return registration == null || photo == null
        ? Optional.empty()
        : parties.verification(registration.rider(), photo);
  }

  /** Since when the judgement stands: it may be from an earlier try. */
  private Instant noted(OnePerson judgement) {
    return judgements.of(judgement.withdrawn()).stream()
        .filter(each -> each.key().equals(judgement.key()))
        .map(each -> ((OnePerson) each).at())
        .findFirst()
        .orElse(judgement.at());
  }

  /** Says whether it is; else the case goes on later, or is open again. */
  private boolean isWithdrawn(Case begun, Party registration, Instant noted) {
    Progress progress = withdrawing.withdraw(registration, noted);
    if (progress == Progress.CHANGED) {
      takeBack(begun);
    }
    return progress == Progress.DONE;
  }

  private void takeBack(Case begun) {
    Party other = begun.other();
    if (other != null && !other.rider().equals(begun.rider().rider())) {
      forgetThatTheyAreOne(begun.rider().rider(), other.rider());
    }
    Instant expires = clock.instant().plus(settings.expire());
    Optional<Case> _ = cases.change(begun.id(), each -> each.reopened(expires));
  }

  /** The registered photo is nobody's to appeal for: it goes with the registration. */
  private void replace(Case begun) {
    Party registration = begun.withdrawn();
    Instant noted = Objects.requireNonNull(begun.due());
    boolean lookedAgain = executions.find(Objects.requireNonNull(begun.again())).isPresent();
    if (registration == null || lookedAgain || isWithdrawn(begun, registration, noted)) {
      lookAgain(begun, Decision.SAME_RIDER, null);
    }
  }

  private void lookAgain(Case begun, Decision why, @Nullable Sitter other) {
    Party sent = begun.latest();
    judgements.add(new SecondLook(sent.rider(), Objects.requireNonNull(begun.again()), why, other));
    boolean there = verifyAgain(begun);
    PhotoRef registered = begun.withdrawn() == null ? null : begun.withdrawn().photo();
    close(
        begun,
        there ? Outcome.CARRIED_OUT : Outcome.GONE,
        registered == null ? null : clock.instant());
  }

  /** Says whether there is a photo to be verified. */
  private boolean verifyAgain(Case begun) {
    Party sent = begun.latest();
    ExecutionId first = sent.execution();
    ExecutionId verification = Objects.requireNonNull(begun.again());
    Optional<Submission> submission =
        Optional.ofNullable(first)
            .flatMap(executions::find)
            .map(Execution::submission)
            .filter(each -> photos.size(each.photo()).isPresent());
    submission.ifPresent(
        each ->
            again.verify(
                verification,
                new Submission(
                    each.rider(),
                    each.photo(),
                    true,
                    each.email(),
                    false,
                    each.language(),
                    each.consent())));
    if (submission.isPresent() && begun.appeal() != null) {
      tell(Word.GRANTED, begun);
    }
    return submission.isPresent();
  }

  private void leave(Case begun) {
    tellThatItStands(begun);
    close(begun, Outcome.CARRIED_OUT, appealed(begun));
  }

  private void tellThatItStands(Case begun) {
    if (begun.appeal() != null) {
      tell(Word.REFUSAL_STANDS, begun);
    }
  }

  private void tell(Word what, Case begun) {
    ExecutionId sent = begun.rider().execution();
    word.tell(
        what,
        begun.id(),
        begun.rider().rider(),
        sent == null ? null : executions.find(sent).orElse(null));
  }

  /** A photo that stayed for this appeal alone goes with it. */
  private @Nullable Instant appealed(Case begun) {
    return Stream.ofNullable(begun.rider().execution())
            .flatMap(id -> executions.find(id).stream())
            .anyMatch(each -> each.status() == Status.VERIFIED)
        ? clock.instant()
        : null;
  }

  private void close(Case begun, Outcome outcome, @Nullable Instant photoGoes) {
    Instant now = clock.instant();
    Optional<Case> closed =
        cases.change(
            begun.id(),
            each ->
                each.state() == CaseState.UNDER_WAY ? each.closed(outcome, now, photoGoes) : each);
    if (closed.isEmpty()) {
      forgetWhatWasNotedOf(begun); // a rider was erased meanwhile
      kept.letGo(begun);
    }
  }

  private void forgetWhatWasNotedOf(Case erased) {
    RiderId rider = erased.rider().rider();
    judgements.of(rider).stream().filter(each -> isOf(erased, each)).forEach(judgements::remove);
  }

  private static boolean isOf(Case of, Judgement noted) {
    return switch (noted) {
      case TwoPeople two -> of.riders().equals(two.riders());
      case OnePerson one -> of.riders().equals(one.riders());
      case SecondLook look -> look.execution().equals(of.again());
    };
  }
}

package dev.riderphotos.testkit;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.language.Language;
import dev.riderphotos.review.Appeal;
import dev.riderphotos.review.CarryOutDecisions;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.ClaimCase;
import dev.riderphotos.review.DecideCase;
import dev.riderphotos.review.DecideCase.Vote;
import dev.riderphotos.review.Parties;
import dev.riderphotos.review.PhotoTerm;
import dev.riderphotos.review.ReviewSettings;
import dev.riderphotos.review.Reviewer;
import dev.riderphotos.review.Reviewers;
import dev.riderphotos.review.Ruling;
import dev.riderphotos.review.Standing;
import dev.riderphotos.review.TendCases;
import dev.riderphotos.review.UndoDecision;
import dev.riderphotos.review.VerifyAgain;
import dev.riderphotos.review.WordOfReview;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.verification.WorkflowEngine;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The reviews of what {@link Verifications} verify, on the same ports and with a clock to set. */
public final class Reviews {
  private final Verifications verifications;
  private final SettableClock clock = new SettableClock();
  private PhotoTerm term = (_, _) -> false;
  private final Set<Reviewer> revoked = new HashSet<>();
  private boolean several;
  private ReviewSettings settings = ReviewSettings.DEFAULT;

  public Reviews(Verifications verifications) {
    this.verifications = verifications;
  }

  /** From now on so many decide alike. */
  public void reviewers(int count) {
    settings = new ReviewSettings(settings.expire(), settings.grace(), count);
  }

  /** From now on there are two operators. */
  public void severalOperators() {
    several = true;
  }

  /** From now on this one may not review any more. */
  public void revoke(Reviewer reviewer) {
    revoked.add(reviewer);
  }

  /** From now on photos of refusals are kept for so long; before, for good. */
  public void keeping(PhotoTerm other) {
    term = other;
  }

  public void goOn(Duration time) {
    clock.goOn(time);
  }

  public String version(Case of) {
    return Standing.of(of, verifications.ports().profiles(), verifications.counterparts())
        .version();
  }

  public DecideCase.Answer decide(Case of, Reviewer reviewer, Ruling ruling) {
    return deciding().decide(new Vote(of.id(), reviewer, version(of), ruling, null, false));
  }

  public DecideCase deciding() {
    return new DecideCase(
        verifications.ports().cases(),
        verifications.ports().profiles(),
        verifications.counterparts(),
        reviewers(),
        settings,
        clock);
  }

  public UndoDecision undoing() {
    return new UndoDecision(verifications.ports().cases(), settings, clock);
  }

  public ClaimCase claiming() {
    return new ClaimCase(verifications.ports().cases(), clock);
  }

  public Appeal.Answer appeal(Execution execution, String words) {
    RiderId rider = execution.submission().rider();
    return appealing().appeal(rider, execution.id(), words);
  }

  public Appeal appealing() {
    Ports ports = verifications.ports();
    return new Appeal(
        ports.cases(),
        ports.judgements(),
        ports.executions(),
        ports.photos(),
        term,
        new Parties(ports.profiles(), ports.collection(), ports.executions()),
        settings,
        clock);
  }

  /** Does what is due once the grace is over, and once what it waits for has passed. */
  public void carryOut() {
    clock.goOn(settings.grace());
    tend();
    clock.goOn(Duration.ofMinutes(2));
    tend();
  }

  /** Does what is due now. */
  public void tend() {
    Ports ports = verifications.ports();
    CarryOutDecisions decisions =
        new CarryOutDecisions(
            ports.cases(),
            ports.judgements(),
            ports.profiles(),
            ports.collection(),
            verifications.counterparts(),
            ports.executions(),
            ports.photos(),
            new VerifiesAtOnce(verifications.verification()),
            new WordOfReview(
                ports.notifier(),
                rider -> new EmailAddress(rider.value() + "@localhost"),
                Language.ENGLISH),
            reviewers(),
            settings,
            clock);
    new TendCases(ports.cases(), decisions, ports.profiles(), ports.photos(), clock).tend();
  }

  private Reviewers reviewers() {
    return new Reviewers() {
      @Override
      public boolean mayReview(Reviewer reviewer) {
        return !revoked.contains(reviewer);
      }

      @Override
      public boolean several() {
        return several;
      }
    };
  }

  private record VerifiesAtOnce(WorkflowEngine engine) implements VerifyAgain {
    @Override
    public void verify(ExecutionId id, Submission submission) {
      Execution begun = engine.start(id, submission);
      Execution _ = engine.run(begun.id());
    }
  }

  /** Settings under which people look at another face. */
  public static RiderSettings looking() {
    return RiderSettings.DEFAULT;
  }
}

package dev.riderphotos.app.wiring;

import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.retention.RetentionRule;
import dev.riderphotos.retention.RetentionSettings;
import dev.riderphotos.review.Appeal;
import dev.riderphotos.review.CarryOutDecisions;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.ClaimCase;
import dev.riderphotos.review.Clearances;
import dev.riderphotos.review.DecideCase;
import dev.riderphotos.review.ForgetReviews;
import dev.riderphotos.review.Judgements;
import dev.riderphotos.review.KeyedReviewers;
import dev.riderphotos.review.OpenCases;
import dev.riderphotos.review.Parties;
import dev.riderphotos.review.RemindReviewers;
import dev.riderphotos.review.ReviewSettings;
import dev.riderphotos.review.Reviewers;
import dev.riderphotos.review.TendCases;
import dev.riderphotos.review.UndoDecision;
import dev.riderphotos.review.VerifyAgain;
import dev.riderphotos.review.WordOfReview;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.OperatorNotifier;
import dev.riderphotos.rider.RiderMail.Footer;
import dev.riderphotos.rider.RiderNotifier;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.verification.ErasureWishes;
import dev.riderphotos.verification.ExecutionRunner;
import dev.riderphotos.verification.QuietWhileErased;
import dev.riderphotos.verification.VerifyKeptPhoto;
import dev.riderphotos.verification.WorkflowEngine;
import dev.riderphotos.web.access.AccessMode;
import dev.riderphotos.web.review.NewcomersSeen;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What people decide, on whatever serves its ports. */
@Factory
final class ReviewFactory {
  @Singleton
  ReviewSettings settings(Settings.Reviews reviews, AccessMode access) {
    return reviews.settings(access);
  }

  @Singleton
  NewcomersSeen newcomers(Settings.Reviews reviews, Settings.Riders riders) {
    return new NewcomersSeen(reviews.nearness(riders));
  }

  @Singleton
  RemindReviewers reminding(
      Cases cases,
      OperatorNotifier notifier,
      @Value("${reviews.notify:}") String notify,
      RiderSettings settings,
      Footer footer,
      InstantSource clock) {
    EmailAddress to = notify.isBlank() ? null : new EmailAddress(notify.strip());
    String page = footer.page() == null ? null : footer.page() + "reviews";
    return new RemindReviewers(
        cases, notifier, new RemindReviewers.Terms(to, settings.language(), page), clock);
  }

  @Singleton
  Reviewers reviewers(ApiKeys keys) {
    return new KeyedReviewers(keys);
  }

  @Singleton
  Clearances clearances(Judgements judgements, RiderFaces faces) {
    return new Clearances(judgements, faces);
  }

  @Singleton
  Parties parties(RiderProfiles profiles, RiderFaces faces, Executions executions) {
    return new Parties(profiles, faces, executions);
  }

  @Singleton
  OpenCases opening(Cases cases, Parties parties, ReviewSettings settings, InstantSource clock) {
    return new OpenCases(cases, parties, settings, clock);
  }

  @Singleton
  ForgetReviews forgetting(
      Cases cases,
      Judgements judgements,
      PhotoStore photos,
      RiderProfiles profiles,
      RiderFaces faces) {
    return new ForgetReviews(cases, judgements, photos, profiles, faces);
  }

  @Singleton
  ClaimCase claiming(Cases cases, InstantSource clock) {
    return new ClaimCase(cases, clock);
  }

  @Singleton
  DecideCase deciding(
      Cases cases,
      RiderProfiles profiles,
      FaceCounterparts counterparts,
      Reviewers reviewers,
      ReviewSettings settings,
      InstantSource clock) {
    return new DecideCase(cases, profiles, counterparts, reviewers, settings, clock);
  }

  @Singleton
  UndoDecision undoing(Cases cases, ReviewSettings settings, InstantSource clock) {
    return new UndoDecision(cases, settings, clock);
  }

  @Singleton
  Appeal appeal(
      Cases cases,
      Judgements judgements,
      Executions executions,
      PhotoStore photos,
      Parties parties,
      ReviewSettings settings,
      RetentionSettings retention,
      InstantSource clock) {
    return new Appeal(
        cases,
        judgements,
        executions,
        photos,
        new RetentionRule(retention)::photoIsDue,
        parties,
        settings,
        clock);
  }

  @Singleton
  VerifyAgain again(WorkflowEngine engine, ExecutionRunner runner) {
    return new VerifyKeptPhoto(engine, runner);
  }

  @Singleton
  WordOfReview word(RiderNotifier notifier, ErasureWishes wishes, RiderSettings settings) {
    return new WordOfReview(
        new QuietWhileErased(notifier, wishes), settings::addressOf, settings.language());
  }

  @Singleton
  CarryOutDecisions carryingOut(
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
    return new CarryOutDecisions(
        cases,
        judgements,
        profiles,
        faces,
        counterparts,
        executions,
        photos,
        again,
        word,
        reviewers,
        settings,
        clock);
  }

  @Singleton
  TendCases tending(
      Cases cases,
      CarryOutDecisions decisions,
      RiderProfiles profiles,
      PhotoStore photos,
      InstantSource clock) {
    return new TendCases(cases, decisions, profiles, photos, clock);
  }
}

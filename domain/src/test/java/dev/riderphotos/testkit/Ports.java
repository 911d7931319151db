package dev.riderphotos.testkit;

import dev.riderphotos.Retries;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.event.DeadLetters;
import dev.riderphotos.execution.ExecutionWatcher;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.migration.ForgetMovedFaces;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.WithdrawFace;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Thumbnailer;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Clearances;
import dev.riderphotos.review.ForgetReviews;
import dev.riderphotos.review.Judgements;
import dev.riderphotos.review.OpenCases;
import dev.riderphotos.review.Parties;
import dev.riderphotos.review.ReviewSettings;
import dev.riderphotos.rider.RiderNotifier;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.rider.Sightings;
import dev.riderphotos.step.AddFaceToIndex;
import dev.riderphotos.step.CheckFaceDuplicate;
import dev.riderphotos.step.FaceDetection;
import dev.riderphotos.step.MakeThumbnail;
import dev.riderphotos.step.PersistMetadata;
import dev.riderphotos.step.PhotoDoesNotMeetRequirement;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.verification.ErasureLog;
import dev.riderphotos.verification.ForgetRider;
import dev.riderphotos.verification.ForgetTraces;
import dev.riderphotos.verification.RunVerification;
import dev.riderphotos.verification.SeparateStates;
import dev.riderphotos.verification.StopRuns;
import dev.riderphotos.verification.SubmitRiderPhoto;
import dev.riderphotos.verification.WorkflowEngine;
import dev.riderphotos.verification.WorkflowStates;
import java.time.InstantSource;

/** Everything that the verification of riders stands on, and the use cases wired to it. */
public record Ports(
    PhotoStore photos,
    PhotoOpener opener,
    FaceDetector detector,
    Thumbnailer thumbnailer,
    RiderFaces collection,
    RiderProfiles profiles,
    Executions executions,
    RiderNotifier notifier,
    Retries retries,
    ExecutionWatcher watcher,
    InstantSource clock,
    Consents consents,
    Cases cases,
    Judgements judgements,
    DeadLetters letters) {
  /** Ports of those who ask nobody for consent. */
  public Ports(
      PhotoStore photos,
      PhotoOpener opener,
      FaceDetector detector,
      Thumbnailer thumbnailer,
      RiderFaces collection,
      RiderProfiles profiles,
      Executions executions,
      RiderNotifier notifier,
      Retries retries,
      ExecutionWatcher watcher,
      InstantSource clock) {
    this(
        photos,
        opener,
        detector,
        thumbnailer,
        collection,
        profiles,
        executions,
        notifier,
        retries,
        watcher,
        clock,
        Consents.OFF,
        new InMemoryCases(),
        new InMemoryJudgements(),
        new InMemoryOutbox());
  }

  /** The same ports, each of which may fail. */
  public Ports withFaults(Faults faults) {
    return new Ports(
        faults.around(PhotoStore.class, photos),
        faults.around(PhotoOpener.class, opener),
        faults.around(FaceDetector.class, detector),
        faults.around(Thumbnailer.class, thumbnailer),
        faults.around(RiderFaces.class, collection),
        faults.around(RiderProfiles.class, profiles),
        faults.around(Executions.class, executions),
        faults.around(RiderNotifier.class, notifier),
        retries,
        watcher,
        clock,
        consents,
        faults.around(Cases.class, cases),
        faults.around(Judgements.class, judgements),
        faults.around(DeadLetters.class, letters));
  }

  public Ports withPhotos(PhotoStore other) {
    return new Ports(
        other,
        opener,
        detector,
        thumbnailer,
        collection,
        profiles,
        executions,
        notifier,
        retries,
        watcher,
        clock,
        consents,
        cases,
        judgements,
        letters);
  }

  public Ports withOpener(PhotoOpener other) {
    return new Ports(
        photos,
        other,
        detector,
        thumbnailer,
        collection,
        profiles,
        executions,
        notifier,
        retries,
        watcher,
        clock,
        consents,
        cases,
        judgements,
        letters);
  }

  public Ports withDetector(FaceDetector other) {
    return new Ports(
        photos,
        opener,
        other,
        thumbnailer,
        collection,
        profiles,
        executions,
        notifier,
        retries,
        watcher,
        clock,
        consents,
        cases,
        judgements,
        letters);
  }

  public Ports withThumbnailer(Thumbnailer other) {
    return new Ports(
        photos,
        opener,
        detector,
        other,
        collection,
        profiles,
        executions,
        notifier,
        retries,
        watcher,
        clock,
        consents,
        cases,
        judgements,
        letters);
  }

  public Ports withCollection(RiderFaces other) {
    return new Ports(
        photos,
        opener,
        detector,
        thumbnailer,
        other,
        profiles,
        executions,
        notifier,
        retries,
        watcher,
        clock,
        consents,
        cases,
        judgements,
        letters);
  }

  public Ports withProfiles(RiderProfiles other) {
    return new Ports(
        photos,
        opener,
        detector,
        thumbnailer,
        collection,
        other,
        executions,
        notifier,
        retries,
        watcher,
        clock,
        consents,
        cases,
        judgements,
        letters);
  }

  public Ports withExecutions(Executions other) {
    return new Ports(
        photos,
        opener,
        detector,
        thumbnailer,
        collection,
        profiles,
        other,
        notifier,
        retries,
        watcher,
        clock,
        consents,
        cases,
        judgements,
        letters);
  }

  public Ports withNotifier(RiderNotifier other) {
    return new Ports(
        photos,
        opener,
        detector,
        thumbnailer,
        collection,
        profiles,
        executions,
        other,
        retries,
        watcher,
        clock,
        consents,
        cases,
        judgements,
        letters);
  }

  public Ports withRetries(Retries other) {
    return new Ports(
        photos,
        opener,
        detector,
        thumbnailer,
        collection,
        profiles,
        executions,
        notifier,
        other,
        watcher,
        clock,
        consents,
        cases,
        judgements,
        letters);
  }

  public Ports withConsents(Consents other) {
    return new Ports(
        photos,
        opener,
        detector,
        thumbnailer,
        collection,
        profiles,
        executions,
        notifier,
        retries,
        watcher,
        clock,
        other,
        cases,
        judgements,
        letters);
  }

  public WorkflowStates states(RiderSettings settings) {
    return new WorkflowStates(
        new FaceDetection(photos, opener, detector, settings, consents, clearances()),
        new CheckFaceDuplicate(collection, profiles, settings, clearances()),
        new AddFaceToIndex(collection, profiles, settings, clearances()),
        new MakeThumbnail(thumbnailer, photos, profiles, settings),
        new PersistMetadata(profiles, collection, photos, settings, clearances()),
        new PhotoDoesNotMeetRequirement(notifier, settings));
  }

  /** What people decided, for verifications. */
  public Clearances clearances() {
    return new Clearances(judgements, collection);
  }

  private OpenCases openCases() {
    return new OpenCases(
        cases, new Parties(profiles, collection, executions), ReviewSettings.DEFAULT, clock);
  }

  private ForgetTraces forgetTraces() {
    return new ForgetTraces(executions, photos, letters, RiderSettings.DEFAULT);
  }

  private ForgetReviews forgetReviews() {
    return new ForgetReviews(cases, judgements, photos, profiles, collection);
  }

  public RunVerification verifyRiderPhoto(RiderSettings settings) {
    return new RunVerification(states(settings), openCases(), executions, retries, watcher, clock);
  }

  /** The states, each by itself. */
  public SeparateStates separateStates(RiderSettings settings) {
    return new SeparateStates(
        states(settings),
        openCases(),
        new PlainStoredPrints(photos, opener, detector),
        executions,
        watcher,
        clock);
  }

  public SubmitRiderPhoto submitRiderPhoto(RiderSettings settings) {
    return submitRiderPhoto(verifyRiderPhoto(settings), settings);
  }

  public SubmitRiderPhoto submitRiderPhoto(WorkflowEngine engine, RiderSettings settings) {
    return new SubmitRiderPhoto(engine, executions, photos, settings, clock);
  }

  public ForgetRider forgetRider() {
    return forgetRider(new InMemoryErasureLog());
  }

  public ForgetRider forgetRider(ErasureLog log) {
    return forgetRider(log, noMigrations());
  }

  /** Forgets riders where collections were moved, too. */
  public ForgetRider forgetRider(ErasureLog log, ForgetMovedFaces moved) {
    return new ForgetRider(
        profiles,
        executions,
        collection,
        photos,
        moved,
        forgetReviews(),
        new InMemorySightings(),
        forgetTraces(),
        log);
  }

  /** Forgets riders whose sightings are noted. */
  public ForgetRider forgetRider(Sightings sightings) {
    return new ForgetRider(
        profiles,
        executions,
        collection,
        photos,
        noMigrations(),
        forgetReviews(),
        sightings,
        forgetTraces(),
        new InMemoryErasureLog());
  }

  /** Forgets riders where a state machine runs executions. */
  public ForgetRider forgetRider(StopRuns runs) {
    return new ForgetRider(
        profiles,
        executions,
        collection,
        photos,
        noMigrations(),
        forgetReviews(),
        new InMemorySightings(),
        forgetTraces(),
        new InMemoryErasureLog(),
        runs);
  }

  /** Nothing was ever moved. */
  public static ForgetMovedFaces noMigrations() {
    MigrationLedger ledger = new InMemoryMigrationLedger();
    return new ForgetMovedFaces(
        new InMemoryMigrations(),
        ledger,
        new WithdrawFace(new InMemoryFaceCollections(), ledger),
        new InMemoryFaceCounterparts());
  }
}

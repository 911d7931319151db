package dev.riderphotos.app.wiring;

import dev.riderphotos.Retries;
import dev.riderphotos.access.LinkRegister;
import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.access.RevokeLinks;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.app.server.QuotaNotifier;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.event.Bucket;
import dev.riderphotos.event.DeadLetters;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.ExecutionWatcher;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.StateMachine;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.face.KeptCollection;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.Role;
import dev.riderphotos.gallery.DeletePhoto;
import dev.riderphotos.imaging.ImageIoPhotoOpener;
import dev.riderphotos.imaging.ThumbnailatorThumbnailer;
import dev.riderphotos.migration.ForgetMovedFaces;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Thumbnailer;
import dev.riderphotos.queue.ExecutionQueue;
import dev.riderphotos.review.Clearances;
import dev.riderphotos.review.ForgetReviews;
import dev.riderphotos.review.OpenCases;
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
import dev.riderphotos.verification.DeletedData;
import dev.riderphotos.verification.EraseRider;
import dev.riderphotos.verification.ErasureGuard;
import dev.riderphotos.verification.ErasureLog;
import dev.riderphotos.verification.ErasureReceipts;
import dev.riderphotos.verification.ErasureWishes;
import dev.riderphotos.verification.ExecutionRunner;
import dev.riderphotos.verification.ForgetRestoredRider;
import dev.riderphotos.verification.ForgetRider;
import dev.riderphotos.verification.ForgetTraces;
import dev.riderphotos.verification.NotesOfErased;
import dev.riderphotos.verification.QuietWhileErased;
import dev.riderphotos.verification.RunOnStateMachine;
import dev.riderphotos.verification.RunVerification;
import dev.riderphotos.verification.StopRuns;
import dev.riderphotos.verification.SubmitRiderPhoto;
import dev.riderphotos.verification.VerifyArrivedPhoto;
import dev.riderphotos.verification.WorkflowEngine;
import dev.riderphotos.verification.WorkflowStates;
import dev.riderphotos.verification.WriteReceipt;
import dev.riderphotos.web.access.Quotas;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The use cases on whatever serves their ports. */
@Factory
final class VerificationFactory {
  /** How an erasure looks whether what it stopped is settled: for half a minute in all. */
  private static final Duration FIRST_LOOK = Duration.ofMillis(250);

  private static final int LOOKS = 8;

  @Singleton
  @Primary
  InstantSource clock() {
    return Clock.systemUTC();
  }

  @Singleton
  ChosenDecoder decoder(Settings.Photos photos) {
    return new ChosenDecoder(photos.decoder());
  }

  @Singleton
  PhotoOpener opener(Settings.Limits limits, ChosenDecoder decoder) {
    return Settings.valid(
        "limits.picture-memory", () -> new ImageIoPhotoOpener(limits.pictureMemory(), decoder));
  }

  @Singleton
  Thumbnailer thumbnailer() {
    return new ThumbnailatorThumbnailer();
  }

  @Singleton
  Retries retries(Settings.Retrying retrying) {
    return new FailsafeRetries(retrying.attempts(), retrying.delay(), ExecutionQueue.pauses());
  }

  @Singleton
  RiderSettings settings(Settings.Riders riders, Settings.Notifications notifications) {
    return new RiderSettings(
        riders.photoBucket(),
        riders.thumbnailBucket(),
        riders.quality(),
        riders.leastEyeDistance(),
        riders.newFace(),
        riders.ownFaceSimilarity(),
        notifications.address(),
        riders.spoken());
  }

  /** Of what is put into it, a state machine is told in its own way, which begins a run. */
  @Singleton
  Bucket photos(
      Settings.Riders riders,
      Provider<VerifyArrivedPhoto> arrival,
      @Nullable StateMachine machine) {
    Bucket kept = Bucket.of(riders.photoBucket());
    return machine == null ? kept.ownedBy(event -> verify(arrival.get(), event)) : kept;
  }

  private static void verify(VerifyArrivedPhoto arrival, ObjectCreated event) {
    Optional<ExecutionId> _ = arrival.verify(event);
  }

  @Singleton
  Bucket thumbnails(Settings.Riders riders) {
    return Bucket.of(riders.thumbnailBucket());
  }

  @Singleton
  @Named("riders")
  KeptCollection faces(Settings.Faces faces, Settings.Aws aws) {
    return new KeptCollection(Role.RIDERS, faces.collectionId(), aws.faceModel());
  }

  @Singleton
  WorkflowStates states(
      PhotoStore photos,
      PhotoOpener opener,
      Thumbnailer thumbnailer,
      FaceDetector detector,
      RiderFaces collection,
      RiderProfiles profiles,
      RiderNotifier notifier,
      Quotas quotas,
      ErasureWishes wishes,
      Consents consents,
      Clearances clearances,
      RiderSettings settings) {
    RiderNotifier quiet = new QuietWhileErased(new QuotaNotifier(notifier, quotas), wishes);
    return new WorkflowStates(
        new FaceDetection(photos, opener, detector, settings, consents, clearances),
        new CheckFaceDuplicate(collection, profiles, settings, clearances),
        new AddFaceToIndex(collection, profiles, settings, clearances),
        new MakeThumbnail(thumbnailer, photos, profiles, settings),
        new PersistMetadata(profiles, collection, photos, settings, clearances),
        new PhotoDoesNotMeetRequirement(quiet, settings));
  }

  /** Is a {@link WorkflowEngine} too, but which of them runs what begins is said by the next. */
  @Singleton
  @Bean(typed = RunVerification.class)
  RunVerification verification(
      WorkflowStates states,
      OpenCases cases,
      Executions executions,
      Retries retries,
      ExecutionWatcher watcher,
      InstantSource clock) {
    return new RunVerification(states, cases, executions, retries, watcher, clock);
  }

  @Singleton
  WorkflowEngine engine(
      RunVerification here,
      @Nullable StateMachine machine,
      Executions executions,
      Retries retries,
      InstantSource clock,
      ErasureWishes wishes,
      EraseRider erasing) {
    WorkflowEngine engine =
        machine == null ? here : new RunOnStateMachine(machine, here, executions, retries, clock);
    return new ErasureGuard(engine, executions, wishes, erasing);
  }

  @Singleton
  SubmitRiderPhoto submission(
      WorkflowEngine engine,
      Executions executions,
      PhotoStore photos,
      RiderSettings settings,
      InstantSource clock) {
    return new SubmitRiderPhoto(engine, executions, photos, settings, clock);
  }

  @Singleton
  ForgetTraces forgetTraces(
      Executions executions, PhotoStore photos, DeadLetters letters, RiderSettings settings) {
    return new ForgetTraces(executions, photos, letters, settings);
  }

  @Singleton
  ForgetRider forgetRider(
      RiderProfiles profiles,
      Executions executions,
      RiderFaces collection,
      PhotoStore photos,
      ForgetMovedFaces moved,
      ForgetReviews reviews,
      Sightings sightings,
      ForgetTraces traces,
      ErasureLog log,
      Audit audit,
      @Nullable StateMachine machine) {
    StopRuns runs =
        machine == null
            ? null
            : new StopRuns(
                machine,
                executions,
                new FailsafeRetries(LOOKS, FIRST_LOOK, ExecutionQueue.pauses()));
    return new ForgetRider(
        profiles,
        executions,
        collection,
        photos,
        moved,
        reviews,
        sightings,
        traces,
        new NotesOfErased(log, audit),
        runs);
  }

  @Singleton
  ErasureReceipts receipts(InstantSource clock) {
    return new ErasureReceipts(clock);
  }

  @Singleton
  EraseRider eraseRider(
      ErasureWishes wishes,
      RevokeLinks links,
      LinkRequests requests,
      LinkRegister register,
      ForgetRider forgetting,
      Executions executions,
      ErasureReceipts receipts,
      RiderNotifier notifier,
      DeletedData deleted,
      WriteReceipt writing,
      DeletePhoto gallery) {
    return new EraseRider(
        wishes,
        links,
        requests,
        register,
        forgetting,
        executions,
        receipts,
        notifier,
        deleted,
        writing,
        gallery);
  }

  @Singleton
  ForgetRestoredRider forgetRestoredRider(
      RunVerification verification,
      Executions executions,
      ForgetRider forgetting,
      Announcements announcements) {
    return new ForgetRestoredRider(verification, executions, forgetting, announcements);
  }

  @Singleton
  VerifyArrivedPhoto arrival(
      WorkflowEngine engine,
      Executions executions,
      PhotoStore photos,
      ExecutionRunner runner,
      Consents consents) {
    return new VerifyArrivedPhoto(engine, executions, photos, runner, consents);
  }

  @Singleton
  @Named("executions")
  @Bean(preDestroy = "shutdown")
  ExecutorService executor() {
    return Executors.newCachedThreadPool(
        Thread.ofPlatform().name("execution-", 1).daemon().factory());
  }

  @Singleton
  ExecutionQueue queue(Settings.Limits limits, @Named("executions") ExecutorService executor) {
    return new ExecutionQueue(limits.queue(), executor);
  }

  @Singleton
  @Bean(preDestroy = "close")
  ExecutionRunner runner(
      WorkflowEngine engine,
      Executions executions,
      ExecutionWatcher watcher,
      ExecutionQueue queue) {
    return new ExecutionRunner(engine, executions, watcher, queue);
  }
}

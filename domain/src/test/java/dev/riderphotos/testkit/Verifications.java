package dev.riderphotos.testkit;

import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.LiveRiderProfiles;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.verification.ForgetRider;
import dev.riderphotos.verification.SubmitRiderPhoto;
import dev.riderphotos.verification.WorkflowEngine;
import java.util.function.UnaryOperator;

/**
 * The whole verification of riders on fakes, for tests. Any port can be swapped; the fakes stay at
 * hand to be looked into.
 */
public final class Verifications {
  /** Another face takes the place of the earlier. */
  public static final RiderSettings AS_IN_THE_REFERENCE =
      RiderSettings.DEFAULT.with(RiderSettings.NewFace.REPLACE);

  private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
  private final PlainPhotoOpener opener = new PlainPhotoOpener();
  private final InMemoryLiveCollections live = new InMemoryLiveCollections();
  private final InMemoryFaceCounterparts counterparts = new InMemoryFaceCounterparts();
  private final InMemoryRiderFaces collection = new InMemoryRiderFaces(live, counterparts);
  private final InMemoryRiderProfiles profiles = new InMemoryRiderProfiles();
  private final InMemoryAnnouncements announcements = new InMemoryAnnouncements();
  private final InMemoryExecutions executions =
      new InMemoryExecutions(Announcing.ALL, announcements);
  private final RecordingRiderNotifier notifier = new RecordingRiderNotifier();
  private final RecordingWatcher watcher = new RecordingWatcher();
  private final InMemoryCases cases = new InMemoryCases(Announcing.ALL, announcements);
  private final InMemoryJudgements judgements = new InMemoryJudgements();
  private final InMemoryOutbox letters = new InMemoryOutbox();

  private Ports ports =
      new Ports(
          photos,
          opener,
          KnownFaces.of(collection::model),
          new PlainThumbnailer(),
          collection,
          new LiveRiderProfiles(profiles, live, counterparts),
          executions,
          notifier,
          new ImmediateRetries(),
          watcher,
          new TickingClock(),
          Consents.OFF,
          cases,
          judgements,
          letters);
  private RiderSettings settings = AS_IN_THE_REFERENCE;

  /** From now on runs by these settings. */
  public Verifications settings(RiderSettings other) {
    settings = other;
    return this;
  }

  /** From now on runs on changed ports: {@code swap(ports -> ports.withFaults(faults))}. */
  public Verifications swap(UnaryOperator<Ports> change) {
    ports = change.apply(ports);
    return this;
  }

  /** Submits the photo and runs its execution to the end. */
  public Execution verify(RiderId rider, Photo photo) {
    return run(submit(rider, photo, false));
  }

  /** As {@link #verify}, and the rider may send the registered face again. */
  public Execution verifyAgain(RiderId rider, Photo photo) {
    return run(submit(rider, photo, true));
  }

  /** An execution to be run. */
  public Execution submit(RiderId rider, Photo photo, boolean replace) {
    return submission().submit(rider, "selfie.jpg", photo, replace, null);
  }

  /** Runs an execution to its end, as a process does that was just started. */
  public Execution run(Execution execution) {
    return verification().run(execution.id());
  }

  public WorkflowEngine verification() {
    return EngineUnderTest.of(ports, settings);
  }

  public SubmitRiderPhoto submission() {
    return ports.submitRiderPhoto(verification(), settings);
  }

  public ForgetRider forgetting() {
    return ports.forgetRider();
  }

  /** What is wired now. */
  public Ports ports() {
    return ports;
  }

  public InMemoryPhotoStore photos() {
    return photos;
  }

  public PlainPhotoOpener opener() {
    return opener;
  }

  public InMemoryRiderFaces collection() {
    return collection;
  }

  public InMemoryLiveCollections live() {
    return live;
  }

  public InMemoryFaceCounterparts counterparts() {
    return counterparts;
  }

  /** The rows, which name faces as they were called when they were registered. */
  public InMemoryRiderProfiles profiles() {
    return profiles;
  }

  public InMemoryExecutions executions() {
    return executions;
  }

  public RecordingRiderNotifier notifier() {
    return notifier;
  }

  public InMemoryCases cases() {
    return cases;
  }

  /** What is to be told of all that happened. */
  public InMemoryAnnouncements announcements() {
    return announcements;
  }

  public InMemoryJudgements judgements() {
    return judgements;
  }

  public RecordingWatcher watcher() {
    return watcher;
  }

  /** Where the execution's thumbnail is kept, if it has one. */
  public PhotoRef thumbnailOf(Execution execution) {
    return execution.submission().photo().sibling(settings.thumbnailBucket(), "resized-");
  }
}

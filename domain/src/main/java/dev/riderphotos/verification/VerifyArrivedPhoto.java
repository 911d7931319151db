package dev.riderphotos.verification;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.RiderPhotoKey;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.RiderId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Starts the verification of a photo that was put at {@code riders/{riderId}/…}, by whomever. If
 * the key holds the id of an execution, as that of every photo which came in by {@link
 * SubmitRiderPhoto}, then that one is meant, and nothing is done if it is there; else the event
 * gives its own id to the execution. So each event may come again. Whether the rider consents is
 * what the object's own metadata say. The photo of a rider who is to be erased is deleted.
 */
public final class VerifyArrivedPhoto {
  private final WorkflowEngine engine;
  private final Executions executions;
  private final PhotoStore photos;
  private final ExecutionRunner runner;
  private final Consents consents;

  public VerifyArrivedPhoto(
      WorkflowEngine engine,
      Executions executions,
      PhotoStore photos,
      ExecutionRunner runner,
      Consents consents) {
    this.engine = engine;
    this.executions = executions;
    this.photos = photos;
    this.runner = runner;
    this.consents = consents;
  }

  /** The execution that was started, which goes on by itself; empty if there was none to start. */
  public Optional<ExecutionId> verify(ObjectCreated event) {
    return RiderPhotoKey.parse(event.ref().key())
        .flatMap(key -> start(idOf(key, event), key.rider(), event));
  }

  private static ExecutionId idOf(RiderPhotoKey key, ObjectCreated event) {
    ExecutionId own = key.execution();
    return own == null ? new ExecutionId(event.id().value()) : own;
  }

  private Optional<ExecutionId> start(ExecutionId id, RiderId rider, ObjectCreated event) {
    PhotoRef photo = event.ref();
    if (executions.find(id).isPresent() || photos.get(photo).isEmpty()) {
      return Optional.empty(); // known already, or deleted meanwhile
    }
    Consent consent = consents.told(photos, photo, event.at()).orElse(null);
    Submission submission = new Submission(rider, photo, false, null).with(consent);
    try {
      Execution begun = engine.start(id, submission);
      CompletableFuture<Execution> _ = runner.run(begun.id()); // the watcher hears of it
      return Optional.of(begun.id());
    } catch (BeingErasedException leaving) {
      photos.delete(photo);
      return Optional.empty();
    }
  }
}

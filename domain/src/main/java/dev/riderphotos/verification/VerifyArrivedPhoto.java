package dev.riderphotos.verification;

import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.RiderPhotoKey;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Starts the verification of a photo that was put at {@code riders/{riderId}/…}, by whomever. If
 * the key holds the id of an execution, as that of every photo which came in by {@link
 * SubmitRiderPhoto}, then that one is meant, and nothing is done if it is there; else the event
 * gives its own id to the execution. So each event may come again.
 */
public final class VerifyArrivedPhoto {
  private final WorkflowEngine engine;
  private final Executions executions;
  private final PhotoStore photos;
  private final ExecutionRunner runner;

  public VerifyArrivedPhoto(
      WorkflowEngine engine, Executions executions, PhotoStore photos, ExecutionRunner runner) {
    this.engine = engine;
    this.executions = executions;
    this.photos = photos;
    this.runner = runner;
  }

  /** The execution that was started, which goes on by itself; empty if there was none to start. */
  public Optional<ExecutionId> verify(ObjectCreated event) {
    PhotoRef photo = event.ref();
    return RiderPhotoKey.parse(photo.key())
        .flatMap(key -> start(idOf(key, event), new Submission(key.rider(), photo, false, null)));
  }

  private static ExecutionId idOf(RiderPhotoKey key, ObjectCreated event) {
    ExecutionId own = key.execution();
    return own == null ? new ExecutionId(event.id().value()) : own;
  }

  private Optional<ExecutionId> start(ExecutionId id, Submission submission) {
    if (executions.find(id).isPresent() || photos.get(submission.photo()).isEmpty()) {
      return Optional.empty(); // known already, or deleted meanwhile
    }
    Execution begun = engine.start(id, submission);
    CompletableFuture<Execution> _ = runner.run(begun.id()); // the watcher hears of it
    return Optional.of(begun.id());
  }
}

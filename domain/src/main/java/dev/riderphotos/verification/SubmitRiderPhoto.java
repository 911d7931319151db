package dev.riderphotos.verification;

import dev.riderphotos.BackendException;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.RiderPhotoKey;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.step.RiderSettings;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a rider's photo: begins an execution, then keeps the photo at {@code
 * riders/{riderId}/{executionId}/{file name}}. The execution is written first, so that no photo is
 * ever kept that nothing points to; cut short in between, it will end for want of its photo.
 */
public final class SubmitRiderPhoto {
  private final WorkflowEngine engine;
  private final Executions executions;
  private final PhotoStore photos;
  private final RiderSettings settings;
  private final InstantSource clock;

  public SubmitRiderPhoto(
      WorkflowEngine engine,
      Executions executions,
      PhotoStore photos,
      RiderSettings settings,
      InstantSource clock) {
    this.engine = engine;
    this.executions = executions;
    this.photos = photos;
    this.settings = settings;
    this.clock = clock;
  }

  /** As the other, of a photo that nobody attends. */
  public Execution submit(
      RiderId rider, String fileName, Photo photo, boolean replace, @Nullable EmailAddress email) {
    return submit(rider, fileName, photo, replace, email, false);
  }

  /**
   * The execution to be run. What fails is not tried again, for the sender waits.
   *
   * @param fileName as the rider has it; blank if unknown
   * @param attended as of {@link Submission}
   * @throws BackendException if the photo cannot be kept, or the execution not begun; one that was
   *     begun has failed
   */
  public Execution submit(
      RiderId rider,
      String fileName,
      Photo photo,
      boolean replace,
      @Nullable EmailAddress email,
      boolean attended) {
    ExecutionId id = ExecutionId.random();
    PhotoRef ref = new PhotoRef(settings.photoBucket(), key(rider, id, fileName, photo));
    Execution execution = engine.start(id, new Submission(rider, ref, replace, email, attended));
    try {
      photos.put(ref, photo);
    } catch (RuntimeException fault) {
      fail(execution, fault);
      throw fault;
    }
    return execution;
  }

  /** If not even that can be written down, it will end for want of its photo. */
  private void fail(Execution begun, RuntimeException fault) {
    try {
      Execution failed =
          begun
              .failed(BackendException.describe(fault))
              .ended(Status.FAILED, true, clock.instant());
      ExecutionArn holder = begun.heldBy();
      if (holder == null) {
        executions.save(failed);
      } else {
        Execution _ = executions.change(begun.id(), holder, _ -> failed);
      }
    } catch (RuntimeException second) {
      fault.addSuppressed(second);
      engine.leave(begun.id(), fault);
    }
  }

  private static String key(RiderId rider, ExecutionId id, String fileName, Photo photo) {
    String name = fileName.isBlank() ? "photo" + extension(photo) : fileName;
    return RiderPhotoKey.of(rider, id, name).text();
  }

  private static String extension(Photo photo) {
    return photo.format().map(format -> "." + format.extension()).orElse("");
  }
}

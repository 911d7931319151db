package dev.riderphotos.verification;

import dev.riderphotos.BackendException;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.RiderPhotoKey;
import dev.riderphotos.execution.Status;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.step.RiderSettings;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a rider's photo: begins an execution, then keeps the photo at {@code
 * riders/{riderId}/{executionId}/{file name}}. The execution is written first, so that no photo is
 * ever kept that nothing points to; cut short in between, it will end for want of its photo.
 */
public final class SubmitRiderPhoto {
  /** Riders share locks, and seldom wait for each other. */
  private static final int LOCKS = 64;

  /** More photos of one rider hardly run at a time. */
  private static final int MOST_RUNNING = 10;

  private final List<Lock> locks = Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();
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

  /** What was begun, or was begun before and is joined: the joined one is run by who began it. */
  public record Submitted(Execution execution, boolean joined) {}

  /**
   * The execution to be run, or the {@link #earlier} one. Of the same sent at once through this
   * object one is begun. What fails is not tried again, for the sender waits.
   *
   * @throws BackendException if the photo cannot be kept, or the execution not begun; one that was
   *     begun has failed
   */
  public Submitted submitOnce(SentPhoto sent) {
    Lock lock = locks.get(Math.floorMod(sent.rider().hashCode(), LOCKS));
    lock.lock();
    try {
      return earlier(sent)
          .map(execution -> new Submitted(execution, true))
          .orElseGet(() -> new Submitted(submit(sent), false));
    } finally {
      lock.unlock();
    }
  }

  /**
   * The execution that the same was sent for before: the one of its key, whosesoever, or one of the
   * rider's that runs, with the same bytes. Empty if there is none.
   */
  public Optional<Execution> earlier(SentPhoto sent) {
    return Optional.ofNullable(sent.key())
        .flatMap(executions::find)
        .or(() -> running(sent.rider()).filter(of -> isOf(of, sent.photo())).findFirst());
  }

  private Stream<Execution> running(RiderId rider) {
    return executions
        .list(new Filter(Status.RUNNING, rider), null, MOST_RUNNING)
        .executions()
        .stream();
  }

  private boolean isOf(Execution execution, Photo photo) {
    return photos
        .get(execution.submission().photo())
        .filter(kept -> Arrays.equals(kept.bytes(), photo.bytes()))
        .isPresent();
  }

  /**
   * An execution to be run, whatever was sent before. What fails is not tried again, for the sender
   * waits.
   *
   * @throws BackendException if the photo cannot be kept, or the execution not begun; one that was
   *     begun has failed
   */
  public Execution submit(SentPhoto sent) {
    ExecutionId id = sent.key() == null ? ExecutionId.random() : sent.key();
    PhotoRef ref = new PhotoRef(settings.photoBucket(), key(id, sent));
    Execution execution = engine.start(id, sent.storedAt(ref));
    try {
      photos.put(ref, sent.photo());
    } catch (RuntimeException fault) {
      fail(execution, fault);
      throw fault;
    }
    return execution;
  }

  /** The same of a photo of which nothing else is said. */
  public Execution submit(
      RiderId rider, String fileName, Photo photo, boolean replace, @Nullable EmailAddress email) {
    return submit(new SentPhoto(null, rider, fileName, photo, replace, email, false, null, null));
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

  private static String key(ExecutionId id, SentPhoto sent) {
    String name = sent.fileName().isBlank() ? "photo" + extension(sent.photo()) : sent.fileName();
    return RiderPhotoKey.of(sent.rider(), id, name).text();
  }

  private static String extension(Photo photo) {
    return photo.format().map(format -> "." + format.extension()).orElse("");
  }
}

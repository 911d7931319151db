package dev.riderphotos.app.server;

import dev.riderphotos.gallery.FinishPhoto;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.PhotoName;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings to an end what changes of the gallery were cut short by a crash or a fault. */
@Singleton
public final class UnfinishedPhotos {
  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedPhotos.class);
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
  private static final int AT_ONCE = 100;

  private final GalleryPhotos gallery;
  private final FinishPhoto finishing;
  private final TaskScheduler scheduler;

  UnfinishedPhotos(
      GalleryPhotos gallery,
      FinishPhoto finishing,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.gallery = gallery;
    this.finishing = finishing;
    this.scheduler = scheduler;
  }

  /** At once, and every while from then on. */
  public void start() {
    ScheduledFuture<?> _ =
        scheduler.scheduleWithFixedDelay(Duration.ZERO, LOOK_EVERY, this::finishAll);
  }

  /** Whatever happens: who throws is not asked to look again. */
  private void finishAll() {
    try {
      gallery.unfinished(AT_ONCE).forEach(this::finish);
    } catch (Throwable fault) {
      LOG.warn("The gallery's unfinished photos wait: {}", fault.getMessage(), fault);
    }
  }

  /** One that cannot be finished keeps no other from it. */
  private void finish(PhotoName name) {
    try {
      finishing.finish(name);
    } catch (RuntimeException fault) {
      LOG.warn("A photo of the gallery waits: {}", fault.getMessage(), fault);
    }
  }
}

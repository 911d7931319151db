package dev.riderphotos.app.server;

import dev.riderphotos.gallery.FinishPhoto;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.PhotoName;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Brings to an end what changes of the gallery were cut short by a crash or a fault. */
@Singleton
final class UnfinishedPhotos implements BackgroundWork {
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
  private static final int AT_ONCE = 100;

  private final GalleryPhotos gallery;
  private final FinishPhoto finishing;
  private final Repeatedly looking;

  UnfinishedPhotos(GalleryPhotos gallery, FinishPhoto finishing, Background background) {
    this.gallery = gallery;
    this.finishing = finishing;
    this.looking = background.repeatedly("finish photos", Pace.every(LOOK_EVERY), this::finishAll);
  }

  /** Looks for unfinished photos at once, and every while from then on. */
  @Override
  public void start() {
    looking.start(Duration.ZERO);
  }

  @Override
  public void stop() {
    looking.stop();
  }

  @Override
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    return looking.awaitEnd(patience);
  }

  @PreDestroy
  void close() {
    looking.close();
  }

  /** One that cannot be finished keeps no other from it, and is told of when all were tried. */
  private void finishAll() {
    RuntimeException first = null;
    for (PhotoName name : gallery.unfinished(AT_ONCE)) {
      RuntimeException fault = finish(name);
      first = first == null ? fault : first;
    }
    if (first != null) {
      throw first;
    }
  }

  private @Nullable RuntimeException finish(PhotoName name) {
    try {
      finishing.finish(name);
      return null;
    } catch (RuntimeException fault) {
      return fault;
    }
  }
}

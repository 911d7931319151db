package dev.riderphotos.app.server;

import dev.riderphotos.Undeterred;
import dev.riderphotos.gallery.FinishPhoto;
import dev.riderphotos.gallery.GalleryPhotos;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Brings to an end what changes of the gallery were cut short by a crash or a fault. */
@Singleton
final class UnfinishedPhotos extends RepeatedWork {
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
  private static final int AT_ONCE = 100;

  UnfinishedPhotos(GalleryPhotos gallery, FinishPhoto finishing, Background background) {
    super(
        background.repeatedly(
            "finish photos",
            Pace.every(LOOK_EVERY),
            () -> Undeterred.forEach(gallery.unfinished(AT_ONCE), finishing::finish)));
  }
}

package dev.riderphotos.gallery;

import dev.riderphotos.Conflict;
import dev.riderphotos.gallery.GalleryPhoto.Attempt;
import dev.riderphotos.photo.PhotoRef;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lets one at a time change a photo: those of this process wait for each other; of another process
 * we know by its attempt, which it must end within its lease. There is one of these in a process.
 */
public final class PhotoTurns {
  private static final int LOCKS = 64;

  private final GalleryPhotos gallery;
  private final GallerySettings settings;
  private final InstantSource clock;
  private final UUID worker = UUID.randomUUID();
  private final Object[] locks =
      IntStream.range(0, LOCKS).mapToObj(_ -> new Object()).toArray(Object[]::new);

  public PhotoTurns(GalleryPhotos gallery, GallerySettings settings, InstantSource clock) {
    this.gallery = gallery;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Does the work when it is its turn.
   *
   * @throws Conflict if another process is at work on the photo
   */
  <T> T take(PhotoName name, Function<Turn, T> work) {
    synchronized (locks[Math.floorMod(name.hashCode(), LOCKS)]) {
      GalleryPhoto present = gallery.find(name).orElse(null);
      if (present != null && present.attempt() != null && live(present.attempt())) {
        throw taken();
      }
      return work.apply(new Turn(settings.photo(name), present));
    }
  }

  private boolean live(Attempt attempt) {
    return !attempt.worker().equals(worker)
        && attempt.since().plus(settings.lease()).isAfter(clock.instant());
  }

  private static Conflict taken() {
    return new Conflict("change the photo");
  }

  /** One change of one photo; whoever comes between makes its next write fail. */
  final class Turn {
    private final PhotoRef ref;
    private final boolean torn;
    private @Nullable GalleryPhoto present;

    private Turn(PhotoRef ref, @Nullable GalleryPhoto present) {
      this.ref = ref;
      this.torn = present != null && present.attempt() != null;
      this.present = present;
    }

    PhotoRef ref() {
      return ref;
    }

    PhotoName name() {
      return new PhotoName(ref.key());
    }

    /** Whether an earlier change came to no end, so that nobody knows what it left behind. */
    boolean torn() {
      return torn;
    }

    Optional<GalleryPhoto> present() {
      return Optional.ofNullable(present);
    }

    /** Marks the photo as being changed. */
    GalleryPhoto begin(PhotoMetadata metadata) {
      Instant now = clock.instant();
      GalleryPhoto before = present().orElseGet(() -> GalleryPhoto.unknown(ref));
      return write(before.begun(new Attempt(worker, now, metadata)));
    }

    GalleryPhoto write(GalleryPhoto next) {
      if (!gallery.replace(present, next).equals(Optional.of(next))) {
        throw taken();
      }
      present = next;
      return next;
    }

    void delete() {
      present().ifPresent(gallery::delete);
      present = null;
    }
  }
}

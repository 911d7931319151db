package dev.riderphotos.app.server;

import dev.riderphotos.Undeterred;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.EraseRider;
import dev.riderphotos.verification.ErasureWishes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/** Erases riders whose wish could not be done when it was uttered, or was cut short. */
@Singleton
public final class WishedErasures extends RepeatedWork {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  WishedErasures(ErasureWishes wishes, EraseRider erasing, Background background) {
    super(
        background.repeatedly(
            "erase riders", Pace.every(LOOK_EVERY), new SeenBefore(wishes, erasing)::eraseAll));
  }

  /** A wish that is seen for the first time is left to who utters it, who is to get the receipt. */
  private static final class SeenBefore {
    private final ErasureWishes wishes;
    private final EraseRider erasing;
    private Set<RiderId> seen = Set.of();

    private SeenBefore(ErasureWishes wishes, EraseRider erasing) {
      this.wishes = wishes;
      this.erasing = erasing;
    }

    private void eraseAll() {
      Set<RiderId> now = Set.copyOf(wishes.all());
      Iterable<RiderId> again = now.stream().filter(seen::contains).toList();
      seen = now;
      Undeterred.forEach(again, erasing::carryOut);
    }
  }
}

package dev.riderphotos.app.server;

import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.EraseRider;
import dev.riderphotos.verification.ErasureWishes;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Erases riders whose wish could not be done when it was uttered, or was cut short. A wish that is
 * seen for the first time is left to whoever utters it, who is to get the receipt.
 */
@Singleton
public final class WishedErasures implements BackgroundWork {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final ErasureWishes wishes;
  private final EraseRider erasing;
  private final Repeatedly looking;
  private Set<RiderId> seen = Set.of();

  WishedErasures(ErasureWishes wishes, EraseRider erasing, Background background) {
    this.wishes = wishes;
    this.erasing = erasing;
    this.looking = background.repeatedly("erase riders", Pace.every(LOOK_EVERY), this::eraseAll);
  }

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

  /** One that cannot be erased keeps no other from it, and is told of when all were tried. */
  private void eraseAll() {
    Set<RiderId> now = Set.copyOf(wishes.all());
    RuntimeException first = null;
    for (RiderId rider : now) {
      if (seen.contains(rider)) {
        RuntimeException fault = erase(rider);
        first = first == null ? fault : first;
      }
    }
    seen = now;
    if (first != null) {
      throw first;
    }
  }

  private @Nullable RuntimeException erase(RiderId rider) {
    try {
      erasing.carryOut(rider);
      return null;
    } catch (RuntimeException fault) {
      return fault;
    }
  }
}

package dev.riderphotos.web;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Places for streams of live progress: few altogether, and fewer for one caller. */
@Singleton
final class StreamPlaces {
  static final int ALL = 64;
  static final int FOR_ONE = 8;

  private final Map<String, Integer> taken = new HashMap<>();
  private int all;

  /** One place, until it is left. */
  final class Place {
    private final String account;
    private final AtomicBoolean left = new AtomicBoolean();

    private Place(String account) {
      this.account = account;
    }

    /** Gives it back; once, however often it is left. */
    void leave() {
      if (left.compareAndSet(false, true)) {
        giveBack(account);
      }
    }
  }

  /** A place, unless all are taken or the caller has its share. */
  synchronized Optional<Place> take(String account) {
    int own = taken.getOrDefault(account, 0);
    if (all >= ALL || own >= FOR_ONE) {
      return Optional.empty();
    }
    all++;
    taken.put(account, own + 1);
    return Optional.of(new Place(account));
  }

  private synchronized void giveBack(String account) {
    all--;
    taken.computeIfPresent(account, (_, own) -> own > 1 ? own - 1 : null);
  }
}

package dev.riderphotos.testkit;

import dev.riderphotos.rider.RiderId;
import java.util.List;

/** Riders. */
public final class Riders {
  private Riders() {}

  public static RiderId ada() {
    return new RiderId("ada");
  }

  public static RiderId boris() {
    return new RiderId("boris");
  }

  public static RiderId clara() {
    return new RiderId("clara");
  }

  /** One of as many as there are numbers. */
  public static RiderId number(int number) {
    return new RiderId("rider-" + number);
  }

  /** Riders with names that have tripped programs up, all different. */
  public static List<RiderId> odd() {
    return OddNames.upTo(128).stream().map(RiderId::new).toList();
  }
}

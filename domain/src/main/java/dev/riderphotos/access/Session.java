package dev.riderphotos.access;

import dev.riderphotos.rider.RiderId;
import java.time.Instant;

/** Who a browser is, for a while. */
public sealed interface Session {
  Instant endsAt();

  /** Of a rider who opened a link; ends when the link does. */
  record OfRider(RiderId rider, Instant endsAt) implements Session {}

  /**
   * Of an operator who signed in with a key.
   *
   * @param begunAt when the key was typed
   * @param endsAt unless it is prolonged before
   */
  record OfOperator(ApiKey key, Instant begunAt, Instant endsAt) implements Session {}
}

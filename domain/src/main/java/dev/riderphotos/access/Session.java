package dev.riderphotos.access;

import java.time.Instant;

/** Who a browser is, for a while. */
public sealed interface Session {
  Instant endsAt();

  /**
   * Of a rider who opened a link; ends when the link does, and at once when that is revoked.
   *
   * @param openedAt the beginning of time if the session does not say
   */
  record OfRider(RiderLink link, Instant openedAt) implements Session {
    @Override
    public Instant endsAt() {
      return link.expiresAt();
    }
  }

  /**
   * The browser is an operator's who signed in with a key.
   *
   * @param begunAt when the key was typed
   * @param endsAt unless it is prolonged before
   */
  record OfOperator(ApiKey key, Instant begunAt, Instant endsAt) implements Session {}
}

package dev.riderphotos.web.access;

import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.Scope;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.Account;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and what that allows.
 *
 * @param network where the call came from, as {@link Network} counts addresses
 */
public record Caller(AccessMode mode, Identity identity, String network) {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final String ATTRIBUTE = Caller.class.getName();

  /** The caller is known to be one of these. */
  public sealed interface Identity {
    /** The caller showed neither a link nor a key. */
    record Stranger() implements Identity {}

    /** The caller showed a key that is none, or not any more. */
    record WrongKey() implements Identity {}

    /**
     * The caller opened a link, which may say where word of refusals goes.
     *
     * @param openedAt when that was
     */
    record Rider(RiderId id, @Nullable EmailAddress email, Instant openedAt) implements Identity {}

    /** The caller showed a key, or signed in with one. */
    record Holder(ApiKey key) implements Identity {}
  }

  /** Who sent this request. A stranger of secured mode, if nobody looked. */
  public static Caller of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, Caller.class)
        .orElseGet(() -> new Caller(AccessMode.SECURED, new Identity.Stranger(), Network.UNKNOWN));
  }

  /** Says whether everything is open, as it is in demo mode. */
  public boolean demo() {
    return mode == AccessMode.DEMO;
  }

  /** Says whether the caller may do what operators do. */
  public boolean operates() {
    return demo() || holds(Scope.OPERATE);
  }

  /** Whether it may decide the cases that people are to decide. */
  public boolean reviews() {
    return operates() || holds(Scope.REVIEW);
  }

  /** Whether it may send any rider's photos and read how their executions stand. */
  public boolean verifies() {
    return operates() || holds(Scope.VERIFY);
  }

  /** Whether it may send and see what is this rider's. */
  public boolean actsFor(RiderId rider) {
    return operates() || rider().filter(rider::equals).isPresent();
  }

  /**
   * Lets pass who acts for this rider.
   *
   * @throws ProblemException for anyone else, the same whether there is such a rider or not
   */
  public void mustActFor(RiderId rider) {
    if (!actsFor(rider)) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN, "NOT_YOURS", "Your link is for another rider's photo.");
    }
  }

  /** Whether it may take what is kept of a rider away: a link that lay open for long may not. */
  public boolean isFresh(Instant now) {
    return operates()
        || (identity instanceof Identity.Rider(_, _, Instant openedAt)
            && now.isBefore(openedAt.plus(FRESH)));
  }

  /**
   * Lets pass whose link was opened lately, and operators.
   *
   * @throws ProblemException for anyone else, with what to do
   */
  public void mustBeFresh(Instant now) {
    if (!isFresh(now)) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN,
          "LINK_OPENED_LONG_AGO",
          "Open your link again, and do this within an hour.");
    }
  }

  /** The rider whose link was opened. */
  public Optional<RiderId> rider() {
    return identity instanceof Identity.Rider(RiderId id, _, _)
        ? Optional.of(id)
        : Optional.empty();
  }

  /** Where the link that was opened says that word of refusals goes. */
  public Optional<EmailAddress> email() {
    return identity instanceof Identity.Rider rider
        ? Optional.ofNullable(rider.email())
        : Optional.empty();
  }

  public Optional<ApiKey> key() {
    return identity instanceof Identity.Holder(ApiKey key) ? Optional.of(key) : Optional.empty();
  }

  boolean holds(Scope scope) {
    return key().filter(key -> key.allows(scope)).isPresent();
  }

  /**
   * Whose share of the server the call takes: the key's, else the rider's whose link was opened,
   * else that of the network it came from.
   */
  public String account() {
    String subject = subject();
    return subject.isEmpty() ? "network " + network : subject;
  }

  /** Names the identity by what no two have in common. */
  String subject() {
    return switch (identity) {
      case Identity.Stranger _, Identity.WrongKey _ -> "";
      case Identity.Rider(RiderId id, _, _) -> "rider " + id.value();
      case Identity.Holder(ApiKey key) -> "key " + key.id().value();
    };
  }

  void noteOn(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, this);
    Account.note(request, account());
  }
}

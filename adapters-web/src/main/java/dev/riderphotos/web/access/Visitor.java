package dev.riderphotos.web.access;

import dev.riderphotos.access.ApiKey;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page: {@code visitor} in the templates.
 *
 * @param operator whether operators' pages are open
 * @param rider whose link was opened; this rider's photo alone can be sent
 * @param signedIn whether there is a session to end
 * @param name of the key that an operator signed in with, or of the rider; null of a stranger
 */
@Introspected
public record Visitor(
    boolean operator, @Nullable String rider, boolean signedIn, @Nullable String name) {
  static Visitor of(Caller caller) {
    String rider = caller.rider().map(Object::toString).orElse(null);
    String name = caller.key().map(Visitor::named).orElse(rider);
    return new Visitor(caller.operates(), rider, name != null, name);
  }

  private static String named(ApiKey key) {
    return key.name().isEmpty() ? key.id().value() : key.name();
  }
}

package dev.riderphotos.web.audit;

import dev.riderphotos.audit.Actor;
import dev.riderphotos.audit.Actor.Kind;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.Origin;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.access.Caller.Identity;
import dev.riderphotos.web.access.Entrance;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Who sent a request, and from where, as the audit has it. */
@Singleton
public final class Origins {
  private final Entrance entrance;
  private final Audit audit;

  Origins(Entrance entrance, Audit audit) {
    this.entrance = entrance;
    this.audit = audit;
  }

  public Origin of(HttpRequest<?> request) {
    return new Origin(actor(Caller.of(request)), entrance.client(request).getHostAddress());
  }

  private Actor actor(Caller caller) {
    return switch (caller.identity()) {
      case Identity.Holder(var key) -> Actor.key(key);
      case Identity.Rider(var rider, _, _) -> Actor.rider(audit.hashOf(rider));
      case Identity.Stranger _, Identity.WrongKey _ ->
          Actor.of(caller.demo() ? Kind.DEMO : Kind.STRANGER);
    };
  }
}

package dev.riderphotos.web.audit;

import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.access.AccessOrder;
import dev.riderphotos.web.audit.AuditedRoutes.Rule;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the audit of whatever {@link AuditedRoutes} names, before it is done: whom the guard let
 * pass. Where that cannot be written down, the request ends there.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(AccessOrder.AFTER_GUARD)
class AuditFilter {
  /** Ids that we make have these forms; whatever else somebody sends may name a rider. */
  private static final Pattern ID =
      Pattern.compile("[0-9a-f-]{12,64}|\\d{1,19}|\\d{8}-\\d{6}-[a-z]{4}");

  private static final Pattern WORD = Pattern.compile("[a-z-]{1,32}");

  private final Audit audit;
  private final Origins origins;

  AuditFilter(Audit audit, Origins origins) {
    this.audit = audit;
    this.origins = origins;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void tell(HttpRequest<?> request) {
    if (RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> route) {
      deed(route).ifPresent(deed -> audit.tell(origins.of(request), deed));
    }
  }

  private Optional<Deed> deed(UriRouteMatch<?, ?> route) {
    String template = route.getRouteInfo().getUriMatchTemplate().toString();
    return switch (AuditedRoutes.rule(route.getHttpMethod(), template).orElse(null)) {
      case Rule.Told told -> Optional.of(deed(told, route.getVariableValues()));
      case Rule.Untold _ -> Optional.empty();
      case null -> Optional.empty();
    };
  }

  private Deed deed(Rule.Told told, Map<String, Object> variables) {
    Object about = told.about() == null ? null : variables.get(told.about());
    return new Deed(
        told.act(),
        about == null ? null : id(about.toString(), told.veiled()),
        detail(told.detail(), variables),
        riders(variables));
  }

  private String id(String given, boolean veiled) {
    return !veiled && ID.matcher(given).matches() ? given : "#" + audit.hashOfName(given);
  }

  private static @Nullable String detail(@Nullable String detail, Map<String, Object> variables) {
    Object variable = detail == null ? null : variables.get(detail);
    String word = variable == null ? detail : variable.toString();
    return word != null && (WORD.matcher(word).matches() || ID.matcher(word).matches())
        ? word
        : null;
  }

  private static List<RiderId> riders(Map<String, Object> variables) {
    try {
      Object rider = variables.get("riderId");
      return rider == null ? List.of() : List.of(new RiderId(rider.toString()));
    } catch (IllegalArgumentException noRider) {
      return List.of(); // who asks for that is refused
    }
  }
}

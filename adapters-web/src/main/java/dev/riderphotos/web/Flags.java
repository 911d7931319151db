package dev.riderphotos.web;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.util.Arrays;
import java.util.Set;

/**
 * Refuses a flag that is neither true nor false: to the framework, all that it does not know is
 * false, and who asked to wait would not be told that nobody does.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class Flags {
  private static final Set<String> KNOWN = Set.of("true", "false", "");

  @RequestFilter
  void check(HttpRequest<?> request) {
    if (RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> route) {
      Arrays.stream(route.getArguments())
          .filter(Flags::isOne)
          .forEach(flag -> check(request, flag.getName()));
    }
  }

  private static boolean isOne(Argument<?> argument) {
    return argument.getType() == boolean.class && argument.isAnnotationPresent(QueryValue.class);
  }

  private static void check(HttpRequest<?> request, String name) {
    if (!KNOWN.containsAll(request.getParameters().getAll(name))) {
      throw ProblemException.invalid(name + " is true or false.");
    }
  }
}

package dev.riderphotos.web;

import dev.riderphotos.BackendException;
import dev.riderphotos.Conflict;
import dev.riderphotos.StorageException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own exceptions as problems: what the caller may know goes out, the rest into the log. All
 * others are the framework's to log, and {@link ProblemResponses} tells the caller nothing of them.
 */
@Controller
@Requires(property = "micronaut.server")
class ProblemHandlers {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandlers.class);
  private static final String RETRY_AFTER = "Retry-After";

  @Error(global = true)
  HttpResponse<Problem> refused(ProblemException refusal) {
    return refusal.response();
  }

  @Error(global = true)
  HttpResponse<Problem> conflicting(Conflict conflict) {
    return ProblemException.conflict(conflict).response();
  }

  @Error(global = true)
  HttpResponse<Problem> broken(HttpRequest<?> request, BackendException fault) {
    LOG.warn("{} {}: {}", request.getMethod(), route(request), fault.getMessage(), fault);
    return fault instanceof StorageException storage && storage.full()
        ? full()
        : Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "BACKEND_UNAVAILABLE",
                fault.getMessage() + ". Try again in a moment.")
            .response()
            .header(RETRY_AFTER, "5");
  }

  private static HttpResponse<Problem> full() {
    return Problem.of(
            HttpStatus.INSUFFICIENT_STORAGE,
            "STORAGE_FULL",
            "The server has no room left to keep anything. Try again later.")
        .response()
        .header(RETRY_AFTER, "60");
  }

  /** The first two segments: further ones may name a rider. */
  private static String route(HttpRequest<?> request) {
    String[] segments = request.getPath().split("/", 4);
    return segments.length < 4 ? request.getPath() : "/" + segments[1] + "/" + segments[2] + "/...";
  }
}

package dev.riderphotos.web.gallery;

import dev.riderphotos.web.Problem;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Problems as the reference told them, for programs that were written for it and ask for that with
 * {@code ?compat=reference}: its statuses, and its body, but never a stack trace.
 */
@ServerFilter({"/v1/index/**", "/v1/search", "/v1/info"})
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReferenceAnswers {
  /**
   * An error.
   *
   * @param error what is wrong
   * @param description our code for it
   */
  @Serdeable
  record ReferenceError(String error, String description) {}

  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    String compat = request.getParameters().get("compat");
    if ("reference".equals(compat) && response.body() instanceof Problem problem) {
      response
          .status(status(problem))
          .contentType(MediaType.APPLICATION_JSON_TYPE)
          .body(new ReferenceError(problem.detail(), problem.code()));
    }
  }

  private static HttpStatus status(Problem problem) {
    boolean badImage = problem.code().startsWith("IMAGE_") || problem.code().equals("NO_FACE");
    if (badImage) {
      return HttpStatus.NOT_ACCEPTABLE;
    }
    boolean fault = problem.status() > 500 || problem.code().equals("CONFLICT");
    return fault ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.valueOf(problem.status());
  }
}

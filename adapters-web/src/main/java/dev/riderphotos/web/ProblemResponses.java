package dev.riderphotos.web;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** The framework's own refusals (unknown route, malformed JSON, wrong method) as problems too. */
@Primary
@Singleton
class ProblemResponses implements ErrorResponseProcessor<Problem> {
  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpStatus status = HttpStatus.valueOf(response.code());
    String detail =
        context.hasErrors() && response.code() < 500 ? Explanation.of(context) : status.getReason();
    Problem problem = Problem.of(status, status.name(), detail);
    MutableHttpResponse<Problem> answer = problem.response();
    response.getHeaders().forEach((name, values) -> copy(answer, name, values));
    return answer;
  }

  private static void copy(MutableHttpResponse<?> answer, String name, Iterable<String> values) {
    if (!name.regionMatches(true, 0, "Content-", 0, "Content-".length())) {
      values.forEach(value -> answer.header(name, value));
    }
  }
}

package dev.riderphotos.web;

import dev.riderphotos.web.page.DrawnPage;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** The framework's own refusals (unknown route, malformed JSON, wrong method) as problems too. */
@Primary
@Singleton
class ProblemResponses implements ErrorResponseProcessor<Object> {
  private final Provider<DrawnPage> page;

  ProblemResponses(Provider<DrawnPage> page) {
    this.page = page;
  }

  /** A person in a browser who is somewhere that does not exist is told so on a page. */
  @Override
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpStatus status = HttpStatus.valueOf(response.code());
    String detail =
        context.hasErrors() && response.code() < 500 ? Explanation.of(context) : status.getReason();
    Problem problem = Problem.of(status, status.name(), detail);
    MutableHttpResponse<Object> answer = HttpResponse.status(status);
    if (status == HttpStatus.NOT_FOUND && InBrowser.asked(context.getRequest())) {
      answer
          .body(page.get().of(context.getRequest(), problem))
          .contentType(MediaType.TEXT_HTML_TYPE);
    } else {
      answer.body(problem).contentType(Problem.TYPE);
    }
    response.getHeaders().forEach((name, values) -> copy(answer, name, values));
    return answer;
  }

  private static void copy(MutableHttpResponse<?> answer, String name, Iterable<String> values) {
    if (!name.regionMatches(true, 0, "Content-", 0, "Content-".length())) {
      values.forEach(value -> answer.header(name, value));
    }
  }
}

package dev.riderphotos.rekognition;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;

/**
 * Rekognition's one route: the header X-Amz-Target says what is to be done, and what the client
 * would accept plays no part.
 */
@Controller("/rekognition")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = Rekognition.class)
class RekognitionController {
  private static final long READ_IN_VAIN = 4 * Calls.MOST;

  private final Calls calls;
  private final AwsJson json;

  RekognitionController(Calls calls, AwsJson json) {
    this.calls = calls;
    this.json = json;
  }

  /**
   * A refusal does not wait for what is left of the body: the server reads and forgets that behind
   * it, once the body is closed.
   */
  @Post
  @Consumes(MediaType.ALL)
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> call(HttpRequest<?> request) throws IOException {
    try (InputStream in = new BodyWhenRead(request)) {
      MutableHttpResponse<byte[]> answer = json.answer(() -> calls.answer(request, in));
      return bodyLeft(request, answer) ? answer.header(HttpHeaders.CONNECTION, "close") : answer;
    }
  }

  /** Whether there may be a body still to come that nobody is going to wait for. */
  private static boolean bodyLeft(HttpRequest<?> request, HttpResponse<?> answer) {
    if (answer.code() < HttpStatus.BAD_REQUEST.getCode()) {
      return false;
    }
    return answer.code() == HttpStatus.REQUEST_TIMEOUT.getCode()
        || Calls.asksFirst(request)
        || request.getContentLength() > READ_IN_VAIN
        || request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING);
  }
}

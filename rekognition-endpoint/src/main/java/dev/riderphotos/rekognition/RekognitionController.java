package dev.riderphotos.rekognition;

import dev.riderphotos.rekognition.signature.Claim;
import dev.riderphotos.rekognition.signature.RequestHead;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Rekognition's one route: the header X-Amz-Target says what is to be done, and what the client
 * would accept plays no part. Requests carry images, so only a few are in memory at a time.
 */
@Controller("/rekognition")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = Rekognition.class)
class RekognitionController {
  private static final int AT_ONCE = 4;

  private final Rekognition rekognition;
  private final AwsJson json;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  RekognitionController(Rekognition rekognition, AwsJson json) {
    this.rekognition = rekognition;
    this.json = json;
  }

  @Post
  @Consumes(MediaType.ALL)
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> call(HttpRequest<?> request, @Body @Nullable InputStream body)
      throws IOException, InterruptedException {
    try (InputStream in = body == null ? InputStream.nullInputStream() : body) {
      return json.answer(() -> answer(head(request), in));
    }
  }

  private Object answer(RequestHead head, InputStream in) throws IOException, InterruptedException {
    Optional<Claim> claim = rekognition.claim(head);
    turns.acquire();
    try {
      byte[] body = in.readAllBytes();
      if (claim.isPresent()) {
        claim.get().verify(new ByteArrayInputStream(body));
      }
      return rekognition.operation(head).answer(json.read(body));
    } finally {
      turns.release();
    }
  }

  private static RequestHead head(HttpRequest<?> request) {
    return new RequestHead(
        request.getMethodName(), request.getUri().toString(), request.getHeaders()::getAll);
  }
}

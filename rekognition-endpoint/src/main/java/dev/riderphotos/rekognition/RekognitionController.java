package dev.riderphotos.rekognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.riderphotos.BackendException;
import dev.riderphotos.StorageException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rekognition's one route: the header X-Amz-Target says what is to be done. Requests carry images,
 * so only a few are in memory at a time; others wait unread.
 */
@Controller("/rekognition")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = Rekognition.class)
class RekognitionController {
  private static final Logger LOG = LoggerFactory.getLogger(RekognitionController.class);
  private static final MediaType AWS_JSON = MediaType.of("application/x-amz-json-1.1");
  private static final int AT_ONCE = 4;

  private final Rekognition rekognition;
  private final ObjectMapper json;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  RekognitionController(Rekognition rekognition, ObjectMapper json) {
    this.rekognition = rekognition;
    this.json = json;
  }

  /** An error as AWS JSON has it. */
  @Serdeable.Serializable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ErrorAnswer(
      @JsonProperty("__type") String type,
      @JsonProperty("Code") String code,
      @JsonProperty("Message") String message,
      @JsonProperty("Logref") String logref) {}

  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<byte[]> call(HttpRequest<?> request, @Body @Nullable InputStream body)
      throws IOException, InterruptedException {
    String requestId = UUID.randomUUID().toString();
    turns.acquire();
    try {
      return answer(requestId, received(request, body));
    } finally {
      turns.release();
    }
  }

  private HttpResponse<byte[]> answer(String requestId, ReceivedRequest request)
      throws IOException {
    try {
      Operation operation = rekognition.operation(request);
      Object answer = operation.answer(Input.read(json, request.body()));
      return response(HttpStatus.OK, requestId, json.writeValueAsBytes(answer));
    } catch (RekognitionException refusal) {
      return error(HttpStatus.BAD_REQUEST, requestId, refusal.type(), refusal.said());
    } catch (StorageException fault) {
      LOG.warn("Rekognition request {}: {}", requestId, fault.getMessage(), fault);
      return error(
              HttpStatus.SERVICE_UNAVAILABLE,
              requestId,
              "ServiceUnavailableException",
              fault.full() ? "There is no room left to keep anything" : "The disk does not answer")
          .header("Retry-After", fault.full() ? "60" : "5");
    } catch (RuntimeException fault) {
      String said = BackendException.describe(fault);
      LOG.warn("Rekognition request {}: {}", requestId, said, fault);
      return error(HttpStatus.INTERNAL_SERVER_ERROR, requestId, "InternalServerError", said);
    }
  }

  private MutableHttpResponse<byte[]> error(
      HttpStatus status, String requestId, String type, String message) throws IOException {
    byte[] body = json.writeValueAsBytes(new ErrorAnswer(type, type, message, requestId));
    return response(status, requestId, body).header("x-amzn-ErrorType", type);
  }

  private static MutableHttpResponse<byte[]> response(
      HttpStatus status, String requestId, byte[] body) {
    return HttpResponse.<byte[]>status(status)
        .contentType(AWS_JSON)
        .header("x-amzn-RequestId", requestId)
        .body(body);
  }

  private static ReceivedRequest received(HttpRequest<?> request, @Nullable InputStream body)
      throws IOException {
    byte[] bytes = body == null ? new byte[0] : body.readAllBytes();
    return new ReceivedRequest(request.getUri().toString(), request.getHeaders().asMap(), bytes);
  }
}

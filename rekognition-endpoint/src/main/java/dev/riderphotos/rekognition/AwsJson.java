package dev.riderphotos.rekognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.riderphotos.BackendException;
import dev.riderphotos.StorageException;
import dev.riderphotos.rekognition.signature.RefusedSignatureException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers in AWS JSON 1.1, errors too. */
@Singleton
final class AwsJson {
  private static final Logger LOG = LoggerFactory.getLogger(AwsJson.class);
  private static final MediaType TYPE = MediaType.of("application/x-amz-json-1.1");
  private static final String RETRY_AFTER = "5";

  private final ObjectMapper json;

  AwsJson(ObjectMapper json) {
    this.json = json;
  }

  /** What is answered, unless it ends with an exception. */
  interface Work {
    Object answer();
  }

  @Serdeable.Serializable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ErrorAnswer(
      @JsonProperty("__type") String type,
      @JsonProperty("Code") String code,
      @JsonProperty("Message") String message,
      @JsonProperty("Logref") String logref) {}

  Input read(byte[] body) {
    return Input.read(json, body);
  }

  MutableHttpResponse<byte[]> answer(Work work) throws IOException {
    String requestId = UUID.randomUUID().toString();
    try {
      return response(HttpStatus.OK, requestId, json.writeValueAsBytes(work.answer()));
    } catch (RefusedSignatureException refusal) {
      return error(HttpStatus.BAD_REQUEST, requestId, refusal.type(), refusal.said());
    } catch (RekognitionException refusal) {
      return error(refusal.status(), requestId, refusal.type(), refusal.said());
    } catch (StorageException fault) {
      LOG.warn("Rekognition request {}: {}", requestId, fault.getMessage(), fault);
      return error(
          HttpStatus.SERVICE_UNAVAILABLE,
          requestId,
          "ServiceUnavailableException",
          fault.full() ? "There is no room left to keep anything" : "The disk does not answer");
    } catch (RuntimeException fault) {
      String said = BackendException.describe(fault);
      LOG.warn("Rekognition request {}: {}", requestId, said, fault);
      return error(HttpStatus.INTERNAL_SERVER_ERROR, requestId, "InternalServerError", said);
    }
  }

  private MutableHttpResponse<byte[]> error(
      HttpStatus status, String requestId, String type, String message) throws IOException {
    byte[] body = json.writeValueAsBytes(new ErrorAnswer(type, type, message, requestId));
    MutableHttpResponse<byte[]> answer =
        response(status, requestId, body).header("x-amzn-ErrorType", type);
    return status == HttpStatus.SERVICE_UNAVAILABLE
        ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
        : answer;
  }

  private static MutableHttpResponse<byte[]> response(
      HttpStatus status, String requestId, byte[] body) {
    return HttpResponse.<byte[]>status(status)
        .contentType(TYPE)
        .header("x-amzn-RequestId", requestId)
        .body(body);
  }
}

package dev.riderphotos.web.drink;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.photo.UploadTicket;
import dev.riderphotos.web.ServerAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A permission to upload one picture.
 *
 * @param method {@code PUT} of the picture itself, or {@code POST} of a form
 * @param headers to be sent with a PUT
 * @param fields to be sent with a POST, before the field {@code file}
 * @param key what the object will be called
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UploadAnswer(
    String url,
    String method,
    @Nullable Map<String, String> headers,
    @Nullable Map<String, String> fields,
    String key,
    Instant expiresAt) {
  static UploadAnswer of(HttpRequest<?> request, UploadTicket ticket) {
    String url = ServerAddress.absolute(request, ticket.url());
    String key = ticket.terms().ref().key();
    return switch (ticket) {
      case UploadTicket.Put put ->
          new UploadAnswer(url, "PUT", put.headers(), null, key, put.expiresAt());
      case UploadTicket.Form form ->
          new UploadAnswer(url, "POST", null, form.fields(), key, form.expiresAt());
    };
  }
}

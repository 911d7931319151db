package dev.riderphotos.web.key;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.web.JsonBodies;
import dev.riderphotos.web.access.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Keys of operators and programs. */
@Controller("/v1/keys")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Keys")
class KeyController {
  private final KeyRing keys;
  private final JsonBodies json;

  KeyController(KeyRing keys, JsonBodies json) {
    this.keys = keys;
    this.json = json;
  }

  @Operation(summary = "The valid keys, the oldest first", description = "Never their secrets.")
  @Get
  KeyAnswer.Keys list() {
    return new KeyAnswer.Keys(keys.all().stream().map(KeyAnswer::of).toList());
  }

  @Operation(
      summary = "Make a key",
      description = "201 with its secret, which is told this once and kept nowhere.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = KeyOrder.class)))
  @Post
  HttpResponse<KeyAnswer.Made> make(HttpRequest<?> request, @Body @Nullable InputStream body) {
    KeyOrder order = json.read(request, body, KeyOrder.class);
    CreateApiKey.Created made = keys.make(order.name(), order.scopes());
    return HttpResponse.created(
        new KeyAnswer.Made(KeyAnswer.of(made.key()), made.secret().reveal()));
  }

  @Operation(
      summary = "End a key, and what is signed in with it, at once",
      description =
          "409 OWN_KEY for the key that asks, 409 LAST_OPERATOR_KEY if no other key operates;"
              + " anyway=true does it nevertheless.")
  @Delete("/{id}")
  KeyAnswer revoke(
      HttpRequest<?> request, String id, @QueryValue(defaultValue = "false") boolean anyway) {
    return KeyAnswer.of(keys.revoke(Caller.of(request), id, anyway));
  }
}

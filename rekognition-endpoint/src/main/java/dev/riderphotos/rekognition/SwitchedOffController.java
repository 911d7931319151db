package dev.riderphotos.rekognition;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;

/** Says in Rekognition's own protocol that it is not spoken here, instead of nothing at all. */
@Controller("/rekognition")
@Requires(beans = SwitchedOff.class)
class SwitchedOffController {
  private final SwitchedOff off;
  private final AwsJson json;

  SwitchedOffController(SwitchedOff off, AwsJson json) {
    this.off = off;
    this.json = json;
  }

  @Post
  @Consumes(MediaType.ALL)
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> call() throws IOException {
    return json.answer(
        () -> {
          throw RekognitionException.switchedOff(off.remedy());
        });
  }
}

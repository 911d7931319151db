package dev.riderphotos.rekognition;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Hears of what is to be deleted before it is. */
public interface Deletions {
  /**
   * Somebody who may do so deletes something. A fault of this keeps it from being done.
   *
   * @param operation as Rekognition calls it
   * @param accessKeyId whose signature it is; empty where everybody may call
   */
  void tell(HttpRequest<?> request, String operation, Optional<String> accessKeyId);
}

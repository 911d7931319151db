package dev.riderphotos.web.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What became of an erasure that could not be done at once.
 *
 * @param status WAITING or DONE
 * @param message the same in a sentence
 * @param receipt of what was erased; null until then, and where another server did it, or more than
 *     an hour ago
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ErasureStatusAnswer(String status, String message, @Nullable ErasureAnswer receipt) {
  static ErasureStatusAnswer waiting() {
    return new ErasureStatusAnswer(
        "WAITING",
        "A photo of this rider is being verified. All is erased as soon as that ends.",
        null);
  }

  static ErasureStatusAnswer done(@Nullable ErasureAnswer receipt) {
    return new ErasureStatusAnswer("DONE", "The rider is erased.", receipt);
  }
}

package dev.riderphotos.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.riderphotos.aws.sqs.ArrivalMessage;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.RiderPhotoKey;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.SeparateStates.Hold;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What an execution is begun with, made of the state machine's input: {@code
 * {"userId","s3Bucket","s3Key"}}, as it is typed in AWS's console, with {@code executionId} if a
 * server begins it; or an event of EventBridge's that tells of an object in the riders' bucket.
 *
 * <p>The same input of the same run gives the same ids, and so does the same arrival, however often
 * and to however many runs it is told.
 */
record Beginning(Hold hold, Submission submission) {
  /** As Step Functions takes, of which ours are the hundredth part. */
  private static final int MOST = 16 * 1024;

  /**
   * Reads the input.
   *
   * @throws InvalidInputException that says what is wrong with it
   */
  static Beginning read(JsonNode input, ExecutionArn run, String photoBucket) {
    if (input.toString().length() > MOST) {
      throw new InvalidInputException("The input is too long: more than 16 kB.");
    }
    if (!input.isObject()) {
      throw new InvalidInputException(
          "The input is no object with userId, s3Bucket and s3Key, and no event of EventBridge's.");
    }
    return input.has("detail-type") || input.has("source")
        ? arrived(input, run, photoBucket)
        : typed(input, run, photoBucket);
  }

  private static Beginning typed(JsonNode input, ExecutionArn run, String photoBucket) {
    RiderId rider = valid("userId", () -> new RiderId(text(input, "userId")));
    String key = text(input, "s3Key");
    PhotoRef photo = valid("s3Key", () -> new PhotoRef(text(input, "s3Bucket"), key));
    requireOurs(photo, photoBucket);
    ExecutionId id =
        input.has("executionId")
            ? valid("executionId", () -> ExecutionId.of(text(input, "executionId")))
            : new ExecutionId(UUID.nameUUIDFromBytes(run.value().getBytes(UTF_8)));
    return new Beginning(new Hold(id, run), new Submission(rider, photo, false, null));
  }

  private static Beginning arrived(JsonNode event, ExecutionArn run, String photoBucket) {
    List<ObjectCreated> told =
        valid("The event", () -> ArrivalMessage.read(event.toString(), run.value(), Instant.EPOCH));
    if (told.size() != 1) {
      throw new InvalidInputException("The event is no \"Object Created\" of S3's.");
    }
    ObjectCreated arrival = told.getFirst();
    requireOurs(arrival.ref(), photoBucket);
    RiderPhotoKey key =
        RiderPhotoKey.parse(arrival.ref().key())
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "The key is none of a rider's photo, riders/{riderId}/{file name}."));
    ExecutionId own = key.execution();
    ExecutionId id = own == null ? new ExecutionId(arrival.id().value()) : own;
    return new Beginning(
        new Hold(id, run), new Submission(key.rider(), arrival.ref(), false, null));
  }

  private static void requireOurs(PhotoRef photo, String photoBucket) {
    if (!photo.bucket().equals(photoBucket)) {
      throw new InvalidInputException(
          "The photo is in another bucket than riders' photos are, " + photoBucket + ".");
    }
    if (photo.key().endsWith("/")) {
      throw new InvalidInputException("The key ends with a slash: it is a folder, and no photo.");
    }
  }

  private static String text(JsonNode input, String name) {
    JsonNode value = input.path(name);
    if (!value.isTextual() || value.asText().isEmpty()) {
      throw new InvalidInputException(
          value.isMissingNode() ? name + " is missing." : name + " is no text, or an empty one.");
    }
    return value.asText();
  }

  private static <T> T valid(String name, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException refused) {
      throw new InvalidInputException(name + ": " + refused.getMessage());
    }
  }
}

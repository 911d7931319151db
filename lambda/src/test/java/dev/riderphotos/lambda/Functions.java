package dev.riderphotos.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.lambda.testkit.Interpreter;
import dev.riderphotos.lambda.testkit.TaskError;
import dev.riderphotos.testkit.Faults.Crash;

/** Calls functions as the state machine, EventBridge and S3 do. */
final class Functions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Functions() {}

  /** Tasks that these functions do, with errors as Lambda tells them. */
  static Interpreter.Tasks tasks(StateFunctions functions) {
    return (state, payload) -> {
      try {
        return call(functions, state, payload);
      } catch (Crash killed) {
        throw new TaskError("Lambda.Unknown", "The function ended before it answered");
      } catch (RuntimeException fault) {
        StateFailure failure = StateFailure.of(fault);
        throw new TaskError(failure.error(), failure.message());
      }
    };
  }

  /** Calls the function that does a state's work, as the state machine says. */
  static JsonNode call(StateFunctions functions, String state, JsonNode payload) {
    return switch (state) {
      case "Begin" -> functions.begin(payload);
      case "FaceDetection" -> functions.detectFaces(payload);
      case "CheckFaceDuplicate" -> functions.checkFaceDuplicate(payload);
      case "AddFaceToIndex" -> functions.addFaceToIndex(payload);
      case "Thumbnail" -> functions.makeThumbnail(payload);
      case "PersistMetadata" -> functions.persistMetadata(payload);
      case "PhotoDoesNotMeetRequirement" -> functions.photoDoesNotMeetRequirement(payload);
      case "Settle", "RiderWasNotTold" -> functions.settle(payload);
      default -> throw new AssertionError("No function does the work of " + state);
    };
  }

  /** What EventBridge tells of an object that S3 was given. */
  static JsonNode arrival(String bucket, String key) {
    ObjectNode event =
        JSON.createObjectNode()
            .put("id", "17793124-05d4-b198-2fde-7ededc63b103")
            .put("source", "aws.s3")
            .put("detail-type", "Object Created")
            .put("account", "111122223333")
            .put("time", "2026-11-12T00:00:00Z");
    ObjectNode detail = event.putObject("detail");
    detail.putObject("bucket").put("name", bucket);
    detail
        .putObject("object")
        .put("key", key)
        .put("size", 5)
        .put("etag", "b1946ac92492d2347c6235b4d2611184")
        .put("sequencer", "617f08299329d189");
    return event;
  }

  /** A run of the state machine. */
  static ExecutionArn run(String name) {
    return new ExecutionArn(
        "arn:aws:states:us-east-1:123456789012:execution:rider-photo-processing:" + name);
  }
}

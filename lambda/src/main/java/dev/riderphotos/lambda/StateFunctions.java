package dev.riderphotos.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.riderphotos.consent.Consent;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.execution.TakenOverException;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.verification.SeparateStates;
import dev.riderphotos.verification.SeparateStates.Hold;
import dev.riderphotos.verification.SeparateStates.Result;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the state machine's functions do, by the names of its states: JSON in, JSON out. The payload
 * of each is {@code {"executionArn","input"}}, the input being the state machine's state.
 *
 * <p>A refusal is a {@link Refusal}; faults are thrown as they come, and {@link StateFailure} says
 * what the state machine is told of them.
 */
final class StateFunctions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STATUS_CHANGE = "Step Functions Execution Status Change";

  private final SeparateStates states;
  private final String photoBucket;
  private final Function<PhotoRef, Optional<Consent>> consents;

  /** Those of a workflow in which nobody is asked for consent. */
  StateFunctions(SeparateStates states, String photoBucket) {
    this(states, photoBucket, _ -> Optional.empty());
  }

  /**
   * Makes them.
   *
   * @param photoBucket the only one that riders' photos may be in
   * @param consents what is said of the rider's consent by who put a photo there
   */
  StateFunctions(
      SeparateStates states, String photoBucket, Function<PhotoRef, Optional<Consent>> consents) {
    this.states = states;
    this.photoBucket = photoBucket;
    this.consents = consents;
  }

  /** Begin; what is returned has an executionId if there is something to run. */
  JsonNode begin(JsonNode payload) {
    Beginning beginning = beginning(payload);
    return states
        .begin(beginning.hold(), submission(beginning, payload))
        .map(StateJson::begun)
        .orElseGet(JsonNodeFactory.instance::objectNode);
  }

  /** What a server begins stands in the journal already, with what the server was told. */
  private Submission submission(Beginning beginning, JsonNode payload) {
    Submission submission = beginning.submission();
    return payload.path("input").has("executionId")
        ? submission
        : submission.with(consents.apply(submission.photo()).orElse(null));
  }

  JsonNode detectFaces(JsonNode payload) {
    return StateJson.face(passed(states.detectFaces(hold(payload))));
  }

  JsonNode checkFaceDuplicate(JsonNode payload) {
    return StateJson.compared(passed(states.checkFaceDuplicate(hold(payload))));
  }

  JsonNode addFaceToIndex(JsonNode payload) {
    return StateJson.face(passed(states.addFaceToIndex(hold(payload))));
  }

  JsonNode makeThumbnail(JsonNode payload) {
    return StateJson.thumbnail(states.makeThumbnail(hold(payload)));
  }

  JsonNode persistMetadata(JsonNode payload) {
    var _ = passed(states.persistMetadata(hold(payload)));
    return NullNode.getInstance();
  }

  JsonNode photoDoesNotMeetRequirement(JsonNode payload) {
    return StateJson.sent(states.photoDoesNotMeetRequirement(hold(payload)));
  }

  /** Settle, as a state, or told by EventBridge that a run has ended otherwise than it should. */
  JsonNode settle(JsonNode payload) {
    return payload.path("detail-type").asText().equals(STATUS_CHANGE)
        ? settleEnded(payload.path("detail"))
        : settleRunning(payload);
  }

  private JsonNode settleRunning(JsonNode payload) {
    JsonNode input = payload.path("input");
    Hold hold = input.has("executionId") ? hold(payload) : beginning(payload).hold();
    Execution settled =
        input.has("notTold")
            ? states.settleForGood(hold, fault(input))
            : states.settle(hold, fault(input));
    return StateJson.settled(settled, statusOf(settled));
  }

  /** What never began has nothing to settle, and neither has what another run holds. */
  private JsonNode settleEnded(JsonNode detail) {
    ExecutionArn run = new ExecutionArn(detail.path("executionArn").asText());
    try {
      Hold hold = Beginning.read(input(detail), run, photoBucket).hold();
      Execution settled =
          states.settleForGood(
              hold, "The state machine's execution has ended: " + detail.path("status").asText());
      return StateJson.settled(settled, statusOf(settled));
    } catch (InvalidInputException | TakenOverException nothing) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  private static JsonNode input(JsonNode detail) {
    try {
      return JSON.readTree(detail.path("input").asText());
    } catch (JsonProcessingException cut) {
      throw new InvalidInputException("The input was left out, because it is too long.");
    }
  }

  private static String statusOf(Execution settled) {
    return switch (settled.verdict()) {
      case Verdict.Verified _ -> "VERIFIED";
      case Verdict.Rejected _ -> "REJECTED";
      case null -> "FAILED";
    };
  }

  private Beginning beginning(JsonNode payload) {
    return Beginning.read(payload.path("input"), arn(payload), photoBucket);
  }

  private static Hold hold(JsonNode payload) {
    return new Hold(ExecutionId.of(payload.at("/input/executionId").asText()), arn(payload));
  }

  private static ExecutionArn arn(JsonNode payload) {
    return new ExecutionArn(payload.path("executionArn").asText());
  }

  /** What stopped the state machine, in words; {@code null} if nothing did. */
  private static @Nullable String fault(JsonNode input) {
    JsonNode info = input.path("errorInfo");
    if (info.isMissingNode()) {
      return null;
    }
    String cause = info.path("Cause").asText();
    try {
      return JSON.readTree(cause).path("errorMessage").asText(info.path("Error").asText());
    } catch (JsonProcessingException noJson) {
      return info.path("Error").asText();
    }
  }

  private static <T> T passed(Result<T> result) {
    return switch (result) {
      case Result.Passed<T>(T output) -> output;
      case Result.Refused<T>(Verdict.Rejected verdict) -> throw new Refusal(verdict);
    };
  }
}

package dev.riderphotos.lambda.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What EventBridge tells of a run that ended otherwise than it should. */
public final class StatusChange {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StatusChange() {}

  /**
   * The event.
   *
   * @param run its ARN
   * @param status {@code FAILED}, {@code TIMED_OUT} or {@code ABORTED}
   * @param input as the run was given it
   */
  public static JsonNode event(String run, String status, String input) {
    ObjectNode event =
        JSON.createObjectNode().put("detail-type", "Step Functions Execution Status Change");
    event.putObject("detail").put("executionArn", run).put("status", status).put("input", input);
    return event;
  }
}

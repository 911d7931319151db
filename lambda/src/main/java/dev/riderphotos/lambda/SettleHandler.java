package dev.riderphotos.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Lambda calls this for the state Settle, and with a batch of the queue that EventBridge tells of
 * executions which ended otherwise than they should.
 */
public final class SettleHandler extends StateHandler {
  public SettleHandler() {
    super(SettleHandler::settle);
  }

  private static JsonNode settle(StateFunctions functions, JsonNode payload) {
    return payload.path("Records").isArray()
        ? QueueBatch.deal(payload, message -> settleEnded(functions, message.body()))
        : functions.settle(payload);
  }

  private static void settleEnded(StateFunctions functions, String event) {
    try {
      var _ = functions.settle(StateHandler.JSON.readTree(event));
    } catch (JsonProcessingException noJson) {
      throw new IllegalArgumentException("No event of EventBridge's", noJson);
    }
  }
}

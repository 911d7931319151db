package dev.riderphotos.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A batch of messages as Lambda passes them on from a queue, and the answer to it. */
final class QueueBatch {
  private QueueBatch() {}

  /** Deals with each message; those that fail come again, and the others do not. */
  static JsonNode deal(JsonNode batch, Consumer<Message> work) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode failed = answer.putArray("batchItemFailures");
    for (JsonNode told : batch.path("Records")) {
      try {
        work.accept(message(told));
      } catch (RuntimeException fault) {
        FunctionLog.failed("deal with a message", fault);
        failed.addObject().put("itemIdentifier", told.path("messageId").asText());
      }
    }
    return answer;
  }

  private static Message message(JsonNode told) {
    Map<MessageSystemAttributeName, String> attributes = new HashMap<>();
    told.path("attributes")
        .properties()
        .forEach(
            each ->
                attributes.put(
                    MessageSystemAttributeName.fromValue(each.getKey()), each.getValue().asText()));
    return Message.builder()
        .messageId(told.path("messageId").asText())
        .body(told.path("body").asText())
        .attributes(attributes)
        .build();
  }
}

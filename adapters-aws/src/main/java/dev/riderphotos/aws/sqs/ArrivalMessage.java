package dev.riderphotos.aws.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.event.ObjectCreated;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * What a message says of objects that have arrived, be it one of <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">S3's
 * notifications</a>, as S3 or another store writes them, one of <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">EventBridge's
 * events</a>, or either of them as SNS passes it on.
 */
public final class ArrivalMessage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CREATED = "ObjectCreated:";

  private ArrivalMessage() {}

  /** Reads a message, which its queue received when it says. */
  static List<ObjectCreated> read(Message message) {
    return read(message.body(), message.messageId(), SqsQueue.sentAt(message));
  }

  /**
   * The arrivals, none for what S3 tells of other things. An arrival has the same id however often
   * and in whichever form it is told.
   *
   * @param message names what says nothing else by which it could be told from others
   * @param received is when what says no time arrived, or none that can be read
   * @throws IllegalArgumentException if the message is something else
   */
  public static List<ObjectCreated> read(String body, String message, Instant received) {
    return told(unwrapped(parse(body))).stream()
        .map(arrival -> arrival.event(message, received))
        .toList();
  }

  private static List<ToldArrival> told(JsonNode message) {
    if (message.path("Records").isArray()) {
      return notified(message.path("Records"));
    }
    if (message.path("source").asText().equals("aws.s3")) {
      return message.path("detail-type").asText().equals("Object Created")
          ? List.of(ToldArrival.emitted(message))
          : List.of();
    }
    if (message.path("Event").asText().equals("s3:TestEvent")) {
      return List.of();
    }
    throw new IllegalArgumentException("Neither a notification of S3 nor an event of EventBridge");
  }

  private static List<ToldArrival> notified(JsonNode records) {
    return StreamSupport.stream(records.spliterator(), false)
        .filter(told -> isOfAnArrival(ToldArrival.text(told, "/eventName")))
        .map(ToldArrival::notified)
        .toList();
  }

  /** MinIO writes the name as it stands in a configuration. */
  private static boolean isOfAnArrival(String name) {
    return name.startsWith(CREATED) || name.startsWith("s3:" + CREATED);
  }

  /** SNS puts what it passes on into a message of its own, unless it is told not to. */
  private static JsonNode unwrapped(JsonNode message) {
    return message.path("Type").asText().equals("Notification")
        ? parse(message.path("Message").asText())
        : message;
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException noJson) {
      throw new IllegalArgumentException("Not JSON", noJson);
    }
  }
}

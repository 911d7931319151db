package dev.riderphotos.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.event.EventId;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.photo.PhotoRef;
import java.net.URLDecoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a message says of objects that have arrived, be it one of <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">S3's
 * notifications</a>, whose keys are URL-encoded, or one of <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">EventBridge's
 * events</a>, whose keys are as they are, and whose times are to the second.
 */
final class ArrivalMessage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ArrivalMessage() {}

  /**
   * The arrivals, none for what S3 tells of other things. An arrival has the same id however often
   * and in whichever form it is told.
   *
   * @throws IllegalArgumentException if the message is something else
   */
  static List<ObjectCreated> read(String body) {
    JsonNode message = parse(body);
    if (message.path("Records").isArray()) {
      return notified(message.path("Records"));
    }
    if (message.path("source").asText().equals("aws.s3")) {
      return message.path("detail-type").asText().equals("Object Created")
          ? List.of(emitted(message))
          : List.of();
    }
    if (message.path("Event").asText().equals("s3:TestEvent")) {
      return List.of();
    }
    throw new IllegalArgumentException("Neither a notification of S3 nor an event of EventBridge");
  }

  private static List<ObjectCreated> notified(JsonNode records) {
    List<ObjectCreated> arrivals = new ArrayList<>();
    for (JsonNode told : records) {
      if (text(told, "/eventName").startsWith("ObjectCreated:")) {
        arrivals.add(
            arrival(
                text(told, "/s3/bucket/name"),
                URLDecoder.decode(text(told, "/s3/object/key"), UTF_8),
                told.at("/s3/object/sequencer").asText(),
                text(told, "/eventTime")));
      }
    }
    return arrivals;
  }

  private static ObjectCreated emitted(JsonNode event) {
    return arrival(
        text(event, "/detail/bucket/name"),
        text(event, "/detail/object/key"),
        event.at("/detail/object/sequencer").asText(),
        text(event, "/time"));
  }

  /** The sequencer tells arrivals under one key apart; not everybody who speaks as S3 has one. */
  private static ObjectCreated arrival(String bucket, String key, String sequencer, String time) {
    String which = sequencer.isEmpty() ? time : sequencer;
    String name = String.join("\n", bucket, which, key);
    EventId id = new EventId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
    return new ObjectCreated(id, new PhotoRef(bucket, key), instant(time));
  }

  private static Instant instant(String time) {
    try {
      return Instant.parse(time);
    } catch (DateTimeException noTime) {
      throw new IllegalArgumentException("Not a time", noTime);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException noJson) {
      throw new IllegalArgumentException("Not JSON", noJson);
    }
  }

  private static String text(JsonNode node, String at) {
    String text = node.at(at).asText();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("It does not say " + at);
    }
    return text;
  }
}

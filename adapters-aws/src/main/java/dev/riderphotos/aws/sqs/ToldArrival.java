package dev.riderphotos.aws.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.riderphotos.event.EventId;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.photo.PhotoRef;
import java.net.URLDecoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An arrival as a message tells of it. Not everybody who speaks as S3 knows everything of it: where
 * something is empty, it was not told.
 *
 * @param sequencer S3's number for the arrivals under one key; some have one number for all
 * @param content the object's tag and version
 */
record ToldArrival(PhotoRef ref, String sequencer, String content, String time) {
  /** What nobody writes who encodes keys as S3 does. */
  private static final String NOT_ENCODED = ".*[^\\x21-\\x7e].*";

  /** A record of a notification, whose keys are URL-encoded. */
  static ToldArrival notified(JsonNode told) {
    return new ToldArrival(
        new PhotoRef(text(told, "/s3/bucket/name"), decoded(text(told, "/s3/object/key"))),
        told.at("/s3/object/sequencer").asText(),
        told.at("/s3/object/eTag").asText() + told.at("/s3/object/versionId").asText(),
        told.at("/eventTime").asText());
  }

  /** An event of EventBridge's, whose keys are as they are, and whose times are to the second. */
  static ToldArrival emitted(JsonNode event) {
    return new ToldArrival(
        new PhotoRef(text(event, "/detail/bucket/name"), text(event, "/detail/object/key")),
        event.at("/detail/object/sequencer").asText(),
        event.at("/detail/object/etag").asText() + event.at("/detail/object/version-id").asText(),
        event.at("/time").asText());
  }

  ObjectCreated event(String message, Instant received) {
    return new ObjectCreated(id(message), ref, instant(received));
  }

  static String text(JsonNode node, String at) {
    String text = node.at(at).asText();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("It does not say " + at);
    }
    return text;
  }

  /** Both forms tell the sequencer and the content alike, but the time each in its own way. */
  private EventId id(String message) {
    String which =
        Stream.of(sequencer, time, message)
            .filter(told -> !told.isEmpty())
            .findFirst()
            .orElseThrow();
    String name = String.join("\n", ref.bucket(), which, content, ref.key());
    return new EventId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
  }

  private Instant instant(Instant received) {
    try {
      return Instant.parse(time);
    } catch (DateTimeException unreadable) {
      return received;
    }
  }

  /** Some write the key as it is. */
  private static String decoded(String key) {
    try {
      return key.matches(NOT_ENCODED) ? key : URLDecoder.decode(key, UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return key;
    }
  }
}

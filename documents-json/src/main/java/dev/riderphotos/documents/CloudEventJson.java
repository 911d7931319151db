package dev.riderphotos.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.announcement.Announcement;
import dev.riderphotos.announcement.Announcement.ExecutionEnded;
import dev.riderphotos.announcement.Announcement.ReviewDecided;
import dev.riderphotos.announcement.Announcement.RiderErased;
import dev.riderphotos.announcement.Announcement.Trial;
import dev.riderphotos.execution.ReasonCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Announcements as CloudEvents 1.0, in the structured form of JSON: what other programs read.
 * docs/webhooks.md says what is in it, and nothing of it may change its name.
 */
public final class CloudEventJson {
  public static final String MEDIA_TYPE = "application/cloudevents+json";

  private static final ObjectMapper MAPPER = DomainJson.builder().build();

  private CloudEventJson() {}

  /**
   * The event.
   *
   * @param source where it comes from: an address, or a name
   */
  public static String write(Announcement announcement, String source) {
    Envelope envelope =
        new Envelope(
            "1.0",
            announcement.id().toString(),
            source,
            announcement.type(),
            announcement.subject(),
            announcement.at(),
            "application/json",
            data(announcement));
    try {
      return MAPPER.writeValueAsString(envelope);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("An announcement is always JSON", impossible);
    }
  }

  private static Object data(Announcement announcement) {
    return switch (announcement) {
      case ExecutionEnded ended ->
          new Ended(
              ended.execution().toString(),
              ended.rider().value(),
              ended.status().name(),
              ended.error(),
              ended.codes().stream().map(ReasonCode::name).toList(),
              ended.startedAt(),
              ended.at());
      case ReviewDecided decided ->
          new Decided(
              decided.review().toString(),
              decided.rider().value(),
              decided.kind().name(),
              decided.decision().name(),
              decided.outcome().name(),
              decided.withdrawn(),
              decided.at());
      case RiderErased erased -> new Erased(erased.rider().value(), erased.at());
      case Trial trial -> new Tried(trial.at());
    };
  }

  private record Envelope(
      String specversion,
      String id,
      String source,
      String type,
      String subject,
      Instant time,
      String datacontenttype,
      Object data) {}

  private record Ended(
      String executionId,
      String riderId,
      String status,
      @Nullable String error,
      List<String> codes,
      Instant startedAt,
      Instant endedAt) {}

  private record Decided(
      String reviewId,
      String riderId,
      String kind,
      String decision,
      String outcome,
      boolean withdrawn,
      Instant decidedAt) {}

  private record Erased(String riderId, Instant erasedAt) {}

  private record Tried(Instant sentAt) {}
}

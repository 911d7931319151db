package dev.riderphotos.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.announcement.Announcement;
import dev.riderphotos.announcement.Announcement.ExecutionEnded;
import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcement.ReviewDecided;
import dev.riderphotos.announcement.Announcement.RiderErased;
import dev.riderphotos.announcement.Announcement.Trial;
import dev.riderphotos.announcement.AnnouncementId;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.Status;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.review.Decision;
import dev.riderphotos.review.Kind;
import dev.riderphotos.review.Outcome;
import dev.riderphotos.testkit.Riders;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other programs read, to the letter; and that we read what we keep. */
class CloudEventJsonTest {
  private static final String ID = "018cc251-f400-7abc-8abc-0123456789ab";
  private static final String SUBJECT = "11111111-2222-4333-8444-555555555555";
  private static final Instant AT = Instant.parse("2026-01-01T00:00:05.250Z");
  private static final AnnouncementId ANNOUNCED = AnnouncementId.of(ID);

  static Stream<OfRider> announcements() {
    return Stream.of(
        refused(),
        new ExecutionEnded(
            ANNOUNCED,
            Riders.ada(),
            AT,
            ExecutionId.of(SUBJECT),
            Status.VERIFIED,
            null,
            List.of(),
            AT.minusSeconds(5)),
        decided(),
        new RiderErased(ANNOUNCED, Riders.ada(), AT));
  }

  private static OfRider refused() {
    return new ExecutionEnded(
        ANNOUNCED,
        Riders.ada(),
        AT,
        ExecutionId.of(SUBJECT),
        Status.REJECTED,
        "PhotoDoesNotMeetRequirementError",
        List.of(ReasonCode.SUNGLASSES, ReasonCode.TOO_DARK),
        AT.minusSeconds(5));
  }

  private static OfRider decided() {
    return new ReviewDecided(
        ANNOUNCED,
        Riders.ada(),
        AT,
        CaseId.of(SUBJECT),
        Kind.POSSIBLE_DUPLICATE,
        Decision.ONE_PERSON,
        Outcome.CARRIED_OUT,
        true);
  }

  @Test
  void theEndOfAnExecution() {
    assertThat(written(refused()))
        .isEqualTo(
            """
            {"specversion":"1.0","id":"018cc251-f400-7abc-8abc-0123456789ab",\
            "source":"https://photos.example.com","type":"execution.ended",\
            "subject":"11111111-2222-4333-8444-555555555555","time":"2026-01-01T00:00:05.250Z",\
            "datacontenttype":"application/json",\
            "data":{"executionId":"11111111-2222-4333-8444-555555555555","riderId":"ada",\
            "status":"REJECTED","error":"PhotoDoesNotMeetRequirementError",\
            "codes":["SUNGLASSES","TOO_DARK"],"startedAt":"2026-01-01T00:00:00.250Z",\
            "endedAt":"2026-01-01T00:00:05.250Z"}}""");
  }

  @Test
  void aDecision() {
    assertThat(written(decided()))
        .contains("\"type\":\"review.decided\"")
        .endsWith(
            """
            "data":{"reviewId":"11111111-2222-4333-8444-555555555555","riderId":"ada",\
            "kind":"POSSIBLE_DUPLICATE","decision":"ONE_PERSON","outcome":"CARRIED_OUT",\
            "withdrawn":true,"decidedAt":"2026-01-01T00:00:05.250Z"}}""");
  }

  @Test
  void anErasureAndATrial() {
    assertThat(written(new RiderErased(ANNOUNCED, Riders.ada(), AT)))
        .contains("\"type\":\"rider.erased\",\"subject\":\"ada\"")
        .endsWith("\"data\":{\"riderId\":\"ada\",\"erasedAt\":\"2026-01-01T00:00:05.250Z\"}}");
    assertThat(written(new Trial(ANNOUNCED, AT)))
        .contains("\"type\":\"webhooks.test\"")
        .endsWith("\"data\":{\"sentAt\":\"2026-01-01T00:00:05.250Z\"}}");
  }

  @ParameterizedTest
  @MethodSource("announcements")
  void whatIsKeptIsReadAsItWas(OfRider announcement) {
    assertThat(AnnouncementJson.read(AnnouncementJson.write(announcement))).isEqualTo(announcement);
  }

  private static String written(Announcement announcement) {
    return CloudEventJson.write(announcement, "https://photos.example.com");
  }
}

package dev.riderphotos.aws.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.BackendException;
import dev.riderphotos.announcement.Announcement;
import dev.riderphotos.announcement.Announcement.RiderErased;
import dev.riderphotos.announcement.AnnouncementId;
import dev.riderphotos.announcement.Webhooks.Answer.Accepted;
import dev.riderphotos.announcement.Webhooks.Answer.Refused;
import dev.riderphotos.aws.testkit.RecordingEventBridge;
import dev.riderphotos.aws.testkit.SdkClients;
import dev.riderphotos.testkit.Riders;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

class EventBridgeWebhooksTest {
  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
  private static final Announcement ERASED =
      new RiderErased(AnnouncementId.at(NOON), Riders.ada(), NOON);

  private final RecordingEventBridge recording = RecordingEventBridge.start();
  private final SdkClients clients = new SdkClients();
  private final EventBridgeClient client =
      clients
          .configure(EventBridgeClient.builder())
          .region(Region.EU_CENTRAL_1)
          .endpointOverride(recording.endpoint())
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("rider", "photos")))
          .build();
  private final EventBridgeWebhooks webhooks =
      new EventBridgeWebhooks(client, "riders", "https://photos.example.com");

  @AfterEach
  void close() {
    client.close();
    clients.close();
    recording.close();
  }

  @Test
  void theWholeEventIsTheDetail() throws IOException {
    assertThat(webhooks.send(ERASED)).isEqualTo(new Accepted("riders"));

    JsonNode entry = recording.events().getFirst();
    assertThat(entry.path("EventBusName").asText()).isEqualTo("riders");
    assertThat(entry.path("Source").asText()).isEqualTo("rider-photos");
    assertThat(entry.path("DetailType").asText()).isEqualTo("rider.erased");
    JsonNode detail = new ObjectMapper().readTree(entry.path("Detail").asText());
    assertThat(detail.path("id").asText()).isEqualTo(ERASED.id().toString());
    assertThat(detail.path("source").asText()).isEqualTo("https://photos.example.com");
    assertThat(detail.at("/data/riderId").asText()).isEqualTo("ada");
  }

  @Test
  void anEntryThatIsRefusedIsTriedAgain() {
    recording.refuse("InternalFailure");

    assertThat(webhooks.send(ERASED)).isEqualTo(new Refused("InternalFailure"));
    assertThat(recording.events()).isEmpty();
  }

  @Test
  void aBusThatMayNotBeUsedIsAFault() {
    recording.fail(1, 400, "AccessDeniedException");

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> webhooks.send(ERASED))
        .matches(fault -> !fault.retryable());
  }

  @Test
  void healthAsksForTheBus() {
    webhooks.check();

    recording.fail(1, 400, "ResourceNotFoundException");
    assertThatExceptionOfType(BackendException.class).isThrownBy(webhooks::check);
  }

  @Test
  void saysWhatItAsksOfAws() {
    assertThat(webhooks.uses())
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.actions())
                  .containsExactly("events:DescribeEventBus", "events:PutEvents");
              assertThat(use.resources())
                  .containsExactly("arn:aws:events:eu-central-1:{account}:event-bus/riders");
            });
  }
}

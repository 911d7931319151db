package dev.riderphotos.aws.eventbridge;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.announcement.Announcement;
import dev.riderphotos.announcement.Webhooks;
import dev.riderphotos.aws.Arns;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.documents.CloudEventJson;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * Puts announcements on a bus: the whole CloudEvent as the detail, its type as the detail's. The
 * bus keeps no order, nor which ids it had before: whoever listens goes by time and id.
 */
public final class EventBridgeWebhooks implements Webhooks, HealthChecked, UsesAws {
  /** What rules match on, as {@code source}. */
  public static final String SOURCE = "rider-photos";

  private final EventBridgeClient client;
  private final String bus;
  private final String source;

  /**
   * Makes it.
   *
   * @param bus the name of the bus
   * @param source of the CloudEvents
   */
  public EventBridgeWebhooks(EventBridgeClient client, String bus, String source) {
    this.client = client;
    this.bus = bus;
    this.source = source;
  }

  @Override
  public Answer send(Announcement announcement) {
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder()
            .eventBusName(bus)
            .source(SOURCE)
            .detailType(announcement.type())
            .time(announcement.at())
            .detail(CloudEventJson.write(announcement, source))
            .build();
    PutEventsResponse answer =
        AwsFaults.during(
            "put an event on the bus", () -> client.putEvents(put -> put.entries(entry)));
    PutEventsResultEntry result = answer.entries().getFirst();
    return result.errorCode() == null
        ? new Answer.Accepted(bus)
        : new Answer.Refused(result.errorCode());
  }

  @Override
  public String name() {
    return "event bus (EventBridge)";
  }

  @Override
  public void check() {
    AwsFaults.during(
        "reach the event bus", () -> client.describeEventBus(wanted -> wanted.name(bus)));
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(
        new AwsUse(
            "EventBus",
            AwsUse.actions("events", "PutEvents", "DescribeEventBus"),
            Set.of(Arns.of(client.serviceClientConfiguration(), "events", "event-bus/" + bus))));
  }
}

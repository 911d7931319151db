package dev.riderphotos.app.wiring;

import dev.riderphotos.aws.eventbridge.EventBridgeWebhooks;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Puts announcements on a bus of Amazon EventBridge. */
@Factory
@Requires(property = Adapters.WEBHOOKS, value = EventBridgeFactory.NAME)
final class EventBridgeFactory {
  static final String NAME = "eventbridge";

  @Singleton
  EventBridgeWebhooks webhooks(
      EventBridgeClient client,
      Settings.Hooks hooks,
      @Named(AnnouncementFactory.SOURCE) String source) {
    return new EventBridgeWebhooks(client, hooks.eventBus(), source);
  }
}

package dev.riderphotos.app.wiring;

import dev.riderphotos.webhooks.HttpWebhooks;
import dev.riderphotos.webhooks.WebhookAddress;
import dev.riderphotos.webhooks.WebhookSecrets;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Named;
import java.time.InstantSource;

/** Sends announcements over HTTP, where an address is set. */
@Factory
@Requires(property = Adapters.WEBHOOKS, value = HttpWebhooksFactory.NAME)
@Requires(property = "webhooks.url", pattern = "\\s*\\S.*")
final class HttpWebhooksFactory {
  static final String NAME = "http";

  /** With the context, so that what cannot be is refused at the start. */
  @Context
  @Bean(preDestroy = "close")
  HttpWebhooks webhooks(
      Settings.Hooks hooks, @Named(AnnouncementFactory.SOURCE) String source, InstantSource clock) {
    String url = hooks.url();
    String secret = hooks.secret();
    if (url == null || secret == null || secret.isBlank()) {
      throw new ConfigurationException("webhooks.secret is needed where webhooks.url is set");
    }
    return new HttpWebhooks(
        Settings.valid("webhooks.url", () -> WebhookAddress.of(url, hooks.allowPrivate())),
        Settings.valid("webhooks.secret", () -> WebhookSecrets.of(secret)),
        source,
        clock);
  }
}

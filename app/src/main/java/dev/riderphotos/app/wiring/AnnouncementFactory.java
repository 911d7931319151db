package dev.riderphotos.app.wiring;

import dev.riderphotos.announcement.AnnouncementWatcher;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.announcement.DeliverAnnouncements;
import dev.riderphotos.announcement.Webhooks;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What other programs are told, by whatever they are told. */
@Factory
final class AnnouncementFactory {
  static final String SOURCE = "event source";
  private static final String EXECUTOR = "webhooks";

  /** All that happens, if there is anybody to be told. */
  @Singleton
  Announcing announcing(@Nullable Webhooks webhooks) {
    return webhooks == null ? Announcing.NOTHING : Announcing.ALL;
  }

  /** Where events come from: as callers find this server, if they do. */
  @Singleton
  @Named(SOURCE)
  String source(@Value("${public-url:}") String publicUrl) {
    return publicUrl.isBlank() ? "rider-photos" : publicUrl;
  }

  @Singleton
  @Named(EXECUTOR)
  @Bean(preDestroy = "shutdown")
  ExecutorService executor() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 1).factory());
  }

  @Singleton
  @Requires(beans = Webhooks.class)
  DeliverAnnouncements delivering(
      Announcements announcements,
      Webhooks webhooks,
      Settings.Hooks hooks,
      AnnouncementWatcher watcher,
      @Named(EXECUTOR) ExecutorService executor,
      InstantSource clock) {
    return new DeliverAnnouncements(
        announcements, webhooks, hooks.settings(), watcher, executor, clock);
  }
}

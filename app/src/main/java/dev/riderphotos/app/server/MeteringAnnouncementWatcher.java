package dev.riderphotos.app.server;

import dev.riderphotos.announcement.AnnouncementId;
import dev.riderphotos.announcement.AnnouncementWatcher;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what other programs were told, and logs what they were not; never a rider. */
@Singleton
final class MeteringAnnouncementWatcher implements AnnouncementWatcher {
  private static final Logger LOG = LoggerFactory.getLogger("dev.riderphotos.announcement");

  private final MeterRegistry meters;

  MeteringAnnouncementWatcher(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void told(AnnouncementId id) {
    meters.counter("rider.photos.webhooks.delivered").increment();
  }

  @Override
  public void postponed(AnnouncementId id, String error) {
    meters.counter("rider.photos.webhooks.postponed").increment();
    LOG.warn("Webhook {} failed, to be tried again: {}", id, error);
  }

  @Override
  public void buried(AnnouncementId id, String error) {
    meters.counter("rider.photos.webhooks.dead").increment();
    LOG.error("Webhook {} is a dead letter: {}", id, error);
  }

  @Override
  public void switchedOff(String why) {
    meters.counter("rider.photos.webhooks.switched.off").increment();
    LOG.error("Nothing more is sent: the receiver answered {}. Switch on: webhooks on", why);
  }
}

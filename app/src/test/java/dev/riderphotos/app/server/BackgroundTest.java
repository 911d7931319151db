package dev.riderphotos.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.announcement.AnnouncementWatcher;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.DeliverAnnouncements;
import dev.riderphotos.announcement.Webhooks;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.FaultyRecords;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.event.Deliveries;
import dev.riderphotos.event.EventDispatcher;
import dev.riderphotos.event.EventSettings;
import dev.riderphotos.gallery.FinishPhoto;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.retention.DailySweep;
import dev.riderphotos.retention.SweepRetention;
import dev.riderphotos.retention.Sweeps;
import dev.riderphotos.review.RemindReviewers;
import dev.riderphotos.review.TendCases;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.SettableClock;
import dev.riderphotos.verification.EraseRider;
import dev.riderphotos.verification.ErasureWishes;
import dev.riderphotos.verification.ExecutionRunner;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** No fault is the last of any work in the background, whichever turn it strikes. */
class BackgroundTest {
  @RegisterExtension
  private static final RunningServer SERVER =
      new RunningServer(
          Map.of(
              FaultyRecords.PROPERTY,
              true,
              "webhooks.url",
              "http://localhost:9/",
              "webhooks.secret",
              "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

  private final SettableClock clock = new SettableClock();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Background background = new Background(meters, clock);
  private final Faults faults = SERVER.application().get(Faults.class);
  private final List<AutoCloseable> works = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable work : works) {
      work.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "resume executions, Executions, unfinished",
    "take up executions, Executions, unfinished",
    "finish photos, GalleryPhotos, unfinished",
    "erase riders, ErasureWishes, all",
    "deliver events, Deliveries, deliver",
    "renew leases, Runnable, run",
    "tend reviews, Cases, due",
    "sweep retention, Sweeps, last",
    "tell other programs, Announcements, off",
  })
  void aFaultAtTheFirstTurnIsNotTheLastOfIt(String work, String port, String method) {
    Repeatedly loop = loop(work);
    faults.next(
        1,
        Fault.RETRYABLE,
        call -> call.port().getSimpleName().equals(port) && call.method().equals(method));

    assertThat(loop.turn()).isFalse();
    assertThat(failures(work)).isEqualTo(1);
    assertThat(health().getStatus()).isEqualTo(HealthStatus.UP); // it may have been a hiccup
    clock.goOn(Duration.ofHours(4));
    assertThat(health().getStatus()).isEqualTo(BackgroundHealth.LATE);
    assertThat(health().getDetails()).asString().contains(work + "=has failed since 2026-01-01");

    assertThat(loop.turn()).isTrue();
    assertThat(failures(work)).isEqualTo(1);
    assertThat(health().getStatus()).isEqualTo(HealthStatus.UP);
  }

  /** As the factories make it, but for who watches, and none of them begun. */
  private Repeatedly loop(String what) {
    Application application = SERVER.application();
    UnfinishedExecutions executions =
        new UnfinishedExecutions(application.get(ExecutionRunner.class), background);
    UnfinishedPhotos photos =
        new UnfinishedPhotos(
            application.get(GalleryPhotos.class), application.get(FinishPhoto.class), background);
    ErasureWishes wishes = faults.around(ErasureWishes.class, application.get(ErasureWishes.class));
    WishedErasures erasures =
        new WishedErasures(wishes, application.get(EraseRider.class), background);
    works.add(erasures::close);
    Deliveries deliveries = faults.around(Deliveries.class, application.get(EventDispatcher.class));
    Runnable renewal = faults.around(Runnable.class, () -> {});
    DueReviews reviews =
        new DueReviews(
            application.get(TendCases.class), application.get(ReviewGauges.class), background);
    ReviewReminders reminders =
        new ReviewReminders(application.get(RemindReviewers.class), background);
    works.add(executions::close);
    works.add(reviews::close);
    works.add(reminders::close);
    DailySweep daily =
        new DailySweep(
            faults.around(Sweeps.class, application.get(Sweeps.class)),
            application.get(SweepRetention.class),
            clock);
    RetentionSweeps sweeps = new RetentionSweeps(daily, background);
    works.add(sweeps::close);
    works.add(photos::close);
    works.add(new LeaseRenewal(renewal, Duration.ofHours(1), background));
    EventDelivery _ = new EventDelivery(deliveries, background);
    DeliverAnnouncements announcements =
        new DeliverAnnouncements(
            faults.around(Announcements.class, application.get(Announcements.class)),
            application.get(Webhooks.class),
            EventSettings.DEFAULT,
            application.get(AnnouncementWatcher.class),
            Runnable::run,
            clock);
    works.add(new AnnouncementDelivery(announcements, background)::close);
    return background.all().stream()
        .filter(work -> work.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aServerThatServesIsNotDownForIt() {
    Repeatedly failing =
        new Repeatedly(
            "test work",
            Pace.every(Duration.ofSeconds(1)),
            () -> {
              throw new IllegalStateException("on purpose");
            },
            () -> {},
            clock);
    SERVER.application().get(Background.class).all().add(failing);
    try {
      assertThat(failing.turn()).isFalse();
      clock.goOn(Duration.ofMinutes(10));

      Answer health = SERVER.client().get("/health");

      assertThat(health.status()).isEqualTo(200);
      assertThat(health.at("status")).as(health.text()).isEqualTo("LATE");
      assertThat(health.at("details/background/details/test work"))
          .asString()
          .startsWith("has failed since");
    } finally {
      assertThat(SERVER.application().get(Background.class).all().remove(failing)).isTrue();
    }
  }

  @Test
  void everyWorkIsCountedFromTheFirst() {
    assertThat(SERVER.application().all(BackgroundWork.class)).hasSize(11); // and none is begun

    assertThat(SERVER.client().get("/prometheus").text())
        .contains("rider_photos_background_failures_total{work=\"resume executions\"} 0.0")
        .contains("rider_photos_background_failures_total{work=\"take up executions\"} 0.0")
        .contains("rider_photos_background_failures_total{work=\"finish photos\"} 0.0")
        .contains("rider_photos_background_failures_total{work=\"erase riders\"} 0.0")
        .contains("rider_photos_background_failures_total{work=\"deliver events\"} 0.0")
        .contains("rider_photos_background_failures_total{work=\"tend reviews\"} 0.0")
        .contains("rider_photos_background_failures_total{work=\"sweep retention\"} 0.0")
        .contains("rider_photos_retention_deleted_total{kind=\"EXECUTIONS\"} 0.0")
        .contains("rider_photos_background_failures_total{work=\"tell other programs\"} 0.0")
        .contains("rider_photos_background_failures_total{work=\"remind reviewers\"} 0.0")
        .contains("rider_photos_background_failures_total{work=\"run migrations\"} 0.0")
        .contains(
            "rider_photos_background_failures_total{work=\"carry out orders of migrations\"} 0.0");
  }

  private double failures(String work) {
    return meters.get("rider.photos.background.failures").tag("work", work).counter().count();
  }

  private HealthResult health() {
    return Mono.from(new BackgroundHealth(background).getResult()).blockOptional().orElseThrow();
  }
}

package dev.riderphotos.web.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.announcement.Announcement.Trial;
import dev.riderphotos.announcement.AnnouncementId;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Webhooks;
import dev.riderphotos.announcement.Webhooks.Answer.Accepted;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What other programs are told, and what they could not be. */
@Controller("/v1/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
class WebhookController {
  private static final int MAX_PAGE = 1000;

  private final Announcements announcements;
  private final @Nullable Webhooks webhooks;
  private final InstantSource clock;

  WebhookController(Announcements announcements, @Nullable Webhooks webhooks, InstantSource clock) {
    this.announcements = announcements;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /** Some dead letters. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record DeadWebhooksAnswer(List<DeadWebhookAnswer> events) {}

  /** How many events will be sent again. */
  @Serdeable
  record RedrivenWebhooksAnswer(int redriven) {}

  /**
   * What came of a trial.
   *
   * @param delivered whether it arrived
   * @param said the status that was answered, or what went wrong
   */
  @Serdeable
  record TrialAnswer(String eventId, boolean delivered, String said) {}

  @Operation(summary = "How it stands with webhooks")
  @Get
  WebhooksAnswer state() {
    return WebhooksAnswer.of(announcements, webhooks != null);
  }

  @Operation(
      summary = "Send events again",
      description = "After the receiver had answered 410. All that is pending follows.")
  @Post("/on")
  WebhooksAnswer on() {
    announcements.switchOn();
    return state();
  }

  @Operation(summary = "Send a webhooks.test now", description = "And say what came back.")
  @Post("/test")
  TrialAnswer test() {
    if (webhooks == null) {
      throw new ProblemException(
          HttpStatus.CONFLICT, "NOT_SET_UP", "There is no address to send to: set webhooks.url.");
    }
    Trial trial = Trial.now(clock.instant());
    Webhooks.Answer answer = webhooks.send(trial);
    return new TrialAnswer(trial.id().toString(), answer instanceof Accepted, answer.said());
  }

  @Operation(summary = "Events that could not be told", description = "The oldest first.")
  @Get("/dead")
  DeadWebhooksAnswer dead(@QueryValue(defaultValue = "100") int limit) {
    return new DeadWebhooksAnswer(
        announcements.dead(Math.clamp(limit, 1, MAX_PAGE)).stream()
            .map(DeadWebhookAnswer::of)
            .toList());
  }

  @Operation(summary = "Send all of them again")
  @Post("/dead/redrive")
  RedrivenWebhooksAnswer redriveAll() {
    return new RedrivenWebhooksAnswer(announcements.redriveAll(clock.instant()));
  }

  @Operation(summary = "Send one of them again")
  @Post("/dead/{id}/redrive")
  DeadWebhookAnswer redrive(String id) {
    return announcements
        .redrive(id(id), clock.instant())
        .map(DeadWebhookAnswer::of)
        .orElseThrow(WebhookController::noSuchLetter);
  }

  @Operation(summary = "Delete one of them for good")
  @Delete("/dead/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void drop(String id) {
    if (!announcements.drop(id(id))) {
      throw noSuchLetter();
    }
  }

  private static AnnouncementId id(String text) {
    return ProblemException.unless(() -> AnnouncementId.of(text));
  }

  private static ProblemException noSuchLetter() {
    return ProblemException.notFound("No such dead letter.");
  }
}

package dev.riderphotos.web.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.event.DeadLetters;
import dev.riderphotos.event.EventId;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;

/** Dead letters: events that were tried in vain. */
@Controller("/v1/events/dead")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Events")
class EventController {
  private static final int MAX_PAGE = 1000;

  private final DeadLetters letters;
  private final InstantSource clock;

  EventController(DeadLetters letters, InstantSource clock) {
    this.letters = letters;
    this.clock = clock;
  }

  /** Some dead letters. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record DeadLettersAnswer(List<DeadLetterAnswer> events) {}

  /** How many events will be delivered again. */
  @Serdeable
  record RedriveAnswer(int redriven) {}

  @Operation(summary = "Events that nobody could deal with", description = "The oldest first.")
  @Get
  DeadLettersAnswer dead(@QueryValue(defaultValue = "100") int limit) {
    return new DeadLettersAnswer(
        letters.dead(Math.clamp(limit, 1, MAX_PAGE)).stream().map(DeadLetterAnswer::of).toList());
  }

  @Operation(summary = "Deliver all of them again")
  @Post("/redrive")
  RedriveAnswer redriveAll() {
    return new RedriveAnswer(letters.redriveAll(clock.instant()));
  }

  @Operation(summary = "Deliver one of them again")
  @Post("/{id}/redrive")
  DeadLetterAnswer redrive(String id) {
    EventId event = ProblemException.unless(() -> EventId.of(id));
    return letters
        .redrive(event, clock.instant())
        .map(DeadLetterAnswer::of)
        .orElseThrow(EventController::unknown);
  }

  @Operation(
      summary = "Forget one of them",
      description = "Nothing is ever done with its event. What arrived stays where it is.")
  @Delete("/{id}")
  DeadLetterAnswer drop(String id) {
    EventId event = ProblemException.unless(() -> EventId.of(id));
    return letters.drop(event).map(DeadLetterAnswer::of).orElseThrow(EventController::unknown);
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("No such dead letter.");
  }
}

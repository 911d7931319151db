package dev.riderphotos.web.migration;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.migration.CutOver.Bar;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.ProveMigration;
import dev.riderphotos.web.Bodies;
import dev.riderphotos.web.JsonBodies;
import dev.riderphotos.web.LiveStreams;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.execution.BoxAnswer;
import dev.riderphotos.web.migration.PreparedAnswer.RejectedRecordAnswer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Moves of collections to a new face model. */
@Controller("/v1/migrations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Migrations")
class MigrationController {
  private static final int TOLD = 100;

  private final MigrationQueries queries;
  private final MigrationActs acts;
  private final MigrationProgress progress;
  private final LiveStreams streams;
  private final Bodies bodies;
  private final JsonBodies json;

  MigrationController(
      MigrationQueries queries,
      MigrationActs acts,
      MigrationProgress progress,
      LiveStreams streams,
      Bodies bodies,
      JsonBodies json) {
    this.queries = queries;
    this.acts = acts;
    this.progress = progress;
    this.streams = streams;
    this.bodies = bodies;
    this.json = json;
  }

  /** How many photos are open again. */
  @Serdeable
  record RedriveAnswer(int redriven) {}

  @Operation(
      summary = "Prepare the move of a collection, or of what a records file says",
      description =
          "The body says what is moved where; or it is a records file of at most 16 MB, and the"
              + " query says where its faces go, and how. Nothing is moved before it is resumed."
              + " 422 names the field that is wrong, 404 if there is no such collection, 409 if"
              + " it cannot be moved.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MigrationOrder.class)))
  @Post
  HttpResponse<?> prepare(
      HttpRequest<?> request,
      @Body @Nullable InputStream body,
      @QueryValue @Nullable String to,
      @QueryValue @Nullable Double iou,
      @QueryValue @Nullable Integer tps,
      @QueryValue @Nullable Integer workers,
      @QueryValue @Nullable String qualityFilter,
      @QueryValue @Nullable Boolean keepNewFaces) {
    if (to == null) {
      MigrationOrder order = json.read(request, body, MigrationOrder.class);
      return created(acts.prepare(order.order()));
    }
    return taken(
        new MigrationOrder(
            null, to, null, null, null, iou, tps, workers, qualityFilter, keepNewFaces),
        bodies.bytes(request, body, Bodies.Kind.RECORDS));
  }

  private HttpResponse<MigrationAnswer> created(Migration migration) {
    return HttpResponse.created(queries.answer(migration), address(migration));
  }

  private HttpResponse<PreparedAnswer> taken(MigrationOrder order, byte[] file) {
    List<RejectedRecordAnswer> rejected = new ArrayList<>();
    AtomicLong rejections = new AtomicLong();
    Migration migration =
        acts.prepare(
            order.target(),
            order.options(),
            () -> new ByteArrayInputStream(file),
            (record, reason) -> {
              if (rejections.incrementAndGet() <= TOLD) {
                rejected.add(new RejectedRecordAnswer(record, reason));
              }
            });
    return HttpResponse.created(
        new PreparedAnswer(queries.answer(migration), rejected, rejections.get()),
        address(migration));
  }

  @Operation(summary = "Migrations, the last prepared first")
  @Get
  MigrationPageAnswer list(
      @QueryValue @Nullable String cursor, @QueryValue(defaultValue = "20") int limit) {
    MigrationQueries.Page page = queries.list(cursor, limit);
    return new MigrationPageAnswer(page.migrations(), page.next());
  }

  @Operation(
      summary = "One migration",
      description =
          "With its counts, what was proven of it, how fast it goes on while this server runs it,"
              + " and what came of the last act that takes a while.")
  @Get("/{id}")
  MigrationAnswer one(String id) {
    return queries.answer(queries.find(id));
  }

  @Operation(
      summary = "One migration as it goes on, as server-sent events",
      description =
          "An event whenever something changes, the last one when nothing goes on any more.")
  @Get(uri = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<MigrationAnswer>> events(HttpRequest<?> request, String id) {
    return streams.of(request, "the migration", progress.of(queries.find(id)));
  }

  @Operation(summary = "What became of each face", description = "In the order of the old ids.")
  @Get("/{id}/faces")
  MovedFaceAnswer.Page faces(
      String id,
      @QueryValue @Nullable String outcome,
      @QueryValue @Nullable String cursor,
      @QueryValue(defaultValue = "100") int limit) {
    return MovedFaceAnswer.Page.of(queries.faces(queries.find(id), outcome, cursor, limit));
  }

  @Operation(summary = "Faces whose photo could not be indexed, or is not there, and why")
  @Get("/{id}/dead")
  MovedFaceAnswer.Page dead(
      String id, @QueryValue @Nullable String cursor, @QueryValue(defaultValue = "100") int limit) {
    return MovedFaceAnswer.Page.of(queries.dead(queries.find(id), cursor, limit));
  }

  @Operation(
      summary = "Faces that somebody had better look at",
      description =
          "Not found again, or moved to a box that is little like the old one, or to one of two"
              + " that are about as near; and those that an operator decided of.")
  @Get("/{id}/review")
  MovedFaceAnswer.Page review(
      String id, @QueryValue @Nullable String cursor, @QueryValue(defaultValue = "100") int limit) {
    return MovedFaceAnswer.Page.of(queries.doubtful(queries.find(id), cursor, limit));
  }

  @Operation(
      summary = "What a face may be: all that the new model sees in its photo",
      description = "No candidates once the new collection is live, or if there is no photo.")
  @Get("/{id}/review/{faceId}")
  ReviewAnswer candidates(String id, String faceId) {
    Migration migration = queries.find(id);
    FaceId face = ProblemException.unless(() -> new FaceId(faceId));
    FaceRow row = queries.row(migration, face);
    return ReviewAnswer.of(
        MovedFaceAnswer.of(row, queries.reviewed(migration, face)),
        acts.candidates(migration, face));
  }

  @Operation(
      summary = "Decide of a face by hand",
      description =
          "match says which new face it is, by newFaceId or, of the candidates, newBox; drop that it is not moved, undo takes that back; until"
              + " the new collection is live. What was proven does not hold any more.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReviewOrder.class)))
  @Post("/{id}/review/{faceId}")
  MovedFaceAnswer review(
      HttpRequest<?> request, String id, String faceId, @Body @Nullable InputStream body) {
    Migration migration = queries.find(id);
    FaceId face = ProblemException.unless(() -> new FaceId(faceId));
    ReviewOrder order = json.read(request, body, ReviewOrder.class);
    BoxAnswer newBox = order.newBox();
    FaceRow row =
        acts.review(
            migration,
            face,
            order.action(),
            order.newFaceId(),
            newBox == null ? null : ProblemException.unless("newBox", newBox::box));
    return MovedFaceAnswer.of(row, queries.reviewed(migration, face));
  }

  @Operation(summary = "Have it wait after the photos that it is at")
  @Post("/{id}/pause")
  MigrationAnswer pause(String id) {
    return queries.answer(acts.pause(queries.find(id)));
  }

  @Operation(summary = "Begin it, or go on with it")
  @Post("/{id}/resume")
  HttpResponse<MigrationAnswer> resume(String id) {
    return accepted(acts.resume(queries.find(id)));
  }

  @Operation(
      summary = "Give it up before it is live",
      description = "The new collection is deleted, and all that was noted.")
  @Post("/{id}/cancel")
  MigrationAnswer cancel(String id) {
    return queries.answer(acts.cancel(queries.find(id)));
  }

  @Operation(
      summary = "Open what failed again",
      description = "It is tried anew when it is resumed.")
  @Post("/{id}/redrive")
  RedriveAnswer redrive(String id) {
    return new RedriveAnswer(acts.redrive(queries.find(id)));
  }

  @Operation(
      summary = "Prove that what was moved is there",
      description = "202 at once; how it ended is told by the migration, as job and proof.")
  @Post("/{id}/verify")
  HttpResponse<MigrationAnswer> verify(
      String id, @QueryValue(defaultValue = "" + ProveMigration.SAMPLE) int sample) {
    Migration migration = queries.find(id);
    if (sample < 0) {
      throw ProblemException.field("sample", "sample is 0 at least");
    }
    acts.verify(migration, sample);
    return accepted(migration);
  }

  @Operation(
      summary = "Make the new collection the live one",
      description =
          "202 at once; whether it was refused, and why, is told by the migration, as job. minMoved"
              + " and minFound are shares that have to be reached, 0 to 100.")
  @Post("/{id}/cut-over")
  HttpResponse<MigrationAnswer> cutOver(
      String id,
      @QueryValue(defaultValue = "99.5") double minMoved,
      @QueryValue(defaultValue = "99.9") double minFound) {
    Migration migration = queries.find(id);
    Bar _ = ProblemException.unless("minMoved", () -> new Bar(minMoved, 0));
    acts.cutOver(migration, ProblemException.unless("minFound", () -> new Bar(minMoved, minFound)));
    return accepted(migration);
  }

  @Operation(
      summary = "Make the old collection the live one again",
      description = "With all that happened since. 202 at once, as for cut-over.")
  @Post("/{id}/back")
  HttpResponse<MigrationAnswer> back(String id) {
    Migration migration = queries.find(id);
    acts.back(migration);
    return accepted(migration);
  }

  @Operation(
      summary = "Delete the old collection for good",
      description = "409 if faces are only there, unless dropUnmoved says that they may go.")
  @Post("/{id}/finish")
  MigrationAnswer finish(String id, @QueryValue(defaultValue = "false") boolean dropUnmoved) {
    acts.finish(queries.find(id), dropUnmoved);
    return queries.answer(queries.find(id));
  }

  private HttpResponse<MigrationAnswer> accepted(Migration migration) {
    MutableHttpResponse<MigrationAnswer> answer = HttpResponse.accepted(address(migration));
    return answer.body(queries.answer(migration));
  }

  private static URI address(Migration migration) {
    return URI.create("/v1/migrations/" + migration.id());
  }
}

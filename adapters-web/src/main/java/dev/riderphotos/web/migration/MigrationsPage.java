package dev.riderphotos.web.migration;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.intake.Spool;
import dev.riderphotos.migration.CutOver.Bar;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationAct;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.ProveMigration;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.web.Bodies;
import dev.riderphotos.web.Problem;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.form.Fields;
import dev.riderphotos.web.form.Form;
import dev.riderphotos.web.form.Forms;
import dev.riderphotos.web.page.PrivatePhoto;
import dev.riderphotos.web.page.ProblemPage;
import dev.riderphotos.web.page.SmallPictures;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Migrations, and how each goes on. Works without JavaScript; with it, what is shown follows what
 * goes on.
 */
@Hidden
@Controller("/migrations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class MigrationsPage {
  private static final int PAGE = 20;
  private static final int FACES = 12;
  private static final int OFFERED = 100;

  /** Of pictures in the list; on screens of any density. */
  private static final int THUMBNAIL = 640;

  private final MigrationQueries queries;
  private final MigrationActs acts;
  private final MigrationLedger ledger;
  private final PhotoStore photos;
  private final SmallPictures pictures;
  private final FaceCollections collections;
  private final CsrfTokens tokens;
  private final Forms forms;
  private final InstantSource clock;

  MigrationsPage(
      MigrationQueries queries,
      MigrationActs acts,
      MigrationLedger ledger,
      PhotoStore photos,
      SmallPictures pictures,
      FaceCollections collections,
      CsrfTokens tokens,
      Forms forms,
      InstantSource clock) {
    this.queries = queries;
    this.acts = acts;
    this.ledger = ledger;
    this.photos = photos;
    this.pictures = pictures;
    this.collections = collections;
    this.tokens = tokens;
    this.forms = forms;
    this.clock = clock;
  }

  @Get
  ModelAndView<Map<String, Object>> list(@QueryValue @Nullable String cursor) {
    return new ModelAndView<>("migration/migrations", listed(cursor, Map.of()));
  }

  private Map<String, Object> listed(@Nullable String cursor, Map<String, String> wanted) {
    MigrationQueries.Page page = queries.list(cursor, PAGE);
    Map<String, Object> model = new HashMap<>();
    model.put("migrations", page.migrations().stream().map(this::view).toList());
    model.put("first", cursor == null || cursor.isBlank());
    model.put("next", page.next() == null ? "" : page.next());
    model.put(
        "collections",
        collections.list(null, OFFERED).collections().stream()
            .map(summary -> summary.id().value())
            .toList());
    model.put("wanted", wanted);
    model.put("field", "");
    return model;
  }

  private MigrationView view(MigrationAnswer answer) {
    return MigrationView.of(queries.find(answer.id()), answer, clock.instant());
  }

  /** Takes either form: that of a collection, or that of a records file. */
  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<?> prepare(HttpRequest<?> request, @Body @Nullable InputStream body) {
    return Forms.isMultipart(request) ? ofFile(request, body) : ofCollection(request, body);
  }

  private HttpResponse<?> ofCollection(HttpRequest<?> request, @Nullable InputStream body) {
    Fields fields = forms.fields(request, body);
    tokens.check(request, fields);
    try {
      return leadTo(acts.prepare(order(fields).order()));
    } catch (ProblemException refusal) {
      return again(refusal, fields);
    }
  }

  private HttpResponse<?> ofFile(HttpRequest<?> request, @Nullable InputStream body) {
    try (Form form = forms.read(request, body)) {
      tokens.check(request, form.fields());
      try {
        MigrationOrder order = order(form.fields());
        Spool file = form.file("records").receive();
        Bodies.Kind.RECORDS.requireFits(file.size());
        AtomicInteger rejected = new AtomicInteger();
        Migration prepared =
            acts.prepare(
                order.target(), order.options(), file::open, (_, _) -> rejected.incrementAndGet());
        return leadTo(prepared, rejected.get() == 0 ? "" : "?rejected=" + rejected);
      } catch (ProblemException refusal) {
        return again(refusal, form.fields());
      }
    }
  }

  private static MigrationOrder order(Fields fields) {
    return new MigrationOrder(
        fields.textIfGiven("from"),
        fields.textIfGiven("to"),
        fields.textIfGiven("model"),
        fields.textIfGiven("photosIn"),
        fields.textIfGiven("sameModel") != null,
        number(fields, "iou"),
        whole(fields, "tps"),
        whole(fields, "workers"),
        null,
        fields.textIfGiven("keepNewFaces") != null);
  }

  private static @Nullable Double number(Fields fields, String name) {
    String text = fields.textOrEmpty(name).strip();
    return text.isEmpty() ? null : parsed(name, () -> Double.valueOf(text));
  }

  private static @Nullable Integer whole(Fields fields, String name) {
    String text = fields.textOrEmpty(name).strip();
    return text.isEmpty() ? null : parsed(name, () -> Integer.valueOf(text));
  }

  private static <T> T parsed(String name, Supplier<T> number) {
    try {
      return number.get();
    } catch (NumberFormatException none) {
      throw ProblemException.field(name, name + " is a number");
    }
  }

  /** The form again, with what was typed, and what is wrong with it. */
  private HttpResponse<?> again(ProblemException refusal, Fields fields) {
    Map<String, Object> model = listed(null, fields.all());
    Problem problem = refusal.problem();
    model.put("problem", problem);
    model.put("field", problem.field() == null ? "" : problem.field());
    return HttpResponse.status(HttpStatus.valueOf(problem.status()))
        .body(new ModelAndView<>("migration/migrations", model));
  }

  /**
   * One of them.
   *
   * @param dead after which of the faces that failed the ones shown come
   * @param review the same of those to be looked at
   * @param rejected how many records of the file that was just read cannot be moved
   */
  @Get("/{id}")
  ModelAndView<Map<String, Object>> one(
      String id,
      @QueryValue @Nullable String dead,
      @QueryValue @Nullable String review,
      @QueryValue @Nullable String rejected) {
    Map<String, Object> model = shown(queries.find(id), dead, review);
    model.put("rejected", rejected != null && rejected.matches("\\d{1,9}") ? rejected : "");
    return new ModelAndView<>("migration/migration", model);
  }

  private Map<String, Object> shown(
      Migration migration, @Nullable String deadAfter, @Nullable String reviewAfter) {
    MigrationQueries.FacePage dead = queries.dead(migration, deadAfter, PAGE);
    MigrationQueries.FacePage review = queries.doubtful(migration, reviewAfter, FACES);
    Map<String, Object> model = new HashMap<>();
    model.put("migration", MigrationView.of(migration, queries.answer(migration), clock.instant()));
    model.put("dead", DoubtfulView.of(dead));
    model.put("deadNext", next(dead.next()));
    model.put("doubtful", DoubtfulView.of(review));
    model.put("reviewNext", next(review.next()));
    model.put("rejected", "");
    return model;
  }

  private static String next(@Nullable FaceId id) {
    return id == null ? "" : id.value();
  }

  /**
   * The photo of a face that was to be moved.
   *
   * @param size small for a thumbnail
   */
  @Get(
      uri = "/{id}/photos/{faceId}",
      produces = {MediaType.IMAGE_JPEG, MediaType.IMAGE_PNG})
  HttpResponse<byte[]> photo(String id, String faceId, @QueryValue @Nullable String size) {
    Migration migration = queries.find(id);
    FaceId face = ProblemException.unless(() -> new FaceId(faceId));
    Photo stored =
        ledger
            .row(migration.id(), face)
            .flatMap(row -> Optional.ofNullable(row.photo()))
            .flatMap(photos::get)
            .orElseThrow(() -> ProblemException.notFound("There is no photo of this face."));
    return PrivatePhoto.answer(
        "small".equals(size) ? pictures.of(stored, THUMBNAIL).orElse(stored) : stored);
  }

  @Post("/{id}/{act}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> act(
      HttpRequest<?> request, String id, String act, @Body @Nullable InputStream body) {
    Fields fields = forms.fields(request, body);
    tokens.check(request, fields);
    Migration migration = queries.find(id);
    try {
      carryOut(named(act), migration, fields);
      return leadTo(migration);
    } catch (ProblemException refusal) {
      return refusedOn(migration, refusal);
    }
  }

  /** One face to be looked at, its photo at large, and all that it may be. */
  @Get("/{id}/review/{faceId}")
  ModelAndView<Map<String, Object>> toBeReviewed(String id, String faceId) {
    Migration migration = queries.find(id);
    FaceId face = ProblemException.unless(() -> new FaceId(faceId));
    return new ModelAndView<>("migration/review", seen(migration, face));
  }

  private Map<String, Object> seen(Migration migration, FaceId face) {
    FaceRow row = queries.row(migration, face);
    Map<String, Object> model = new HashMap<>();
    model.put("migration", MigrationView.of(migration, queries.answer(migration), clock.instant()));
    model.put("face", DoubtfulView.of(row, queries.reviewed(migration, face)));
    model.put("candidates", CandidateView.of(acts.candidates(migration, face), face));
    return model;
  }

  /** Decides of a face by hand. */
  @Post("/{id}/review/{faceId}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> review(
      HttpRequest<?> request, String id, String faceId, @Body @Nullable InputStream body) {
    Fields fields = forms.fields(request, body);
    tokens.check(request, fields);
    Migration migration = queries.find(id);
    FaceId face = ProblemException.unless(() -> new FaceId(faceId));
    try {
      FaceRow _ =
          acts.review(
              migration,
              face,
              fields.textIfGiven("action"),
              fields.textIfGiven("newFaceId"),
              newBox(fields));
      return leadTo(migration, "#review");
    } catch (ProblemException refusal) {
      return refusedOn(queries.find(id), face, refusal);
    }
  }

  private static @Nullable BoundingBox newBox(Fields fields) {
    String value = fields.textIfGiven("newBox");
    return value == null ? null : ProblemException.unless("newBox", () -> CandidateView.box(value));
  }

  private HttpResponse<?> refusedOn(Migration migration, FaceId face, ProblemException refusal) {
    Map<String, Object> model = seen(migration, face);
    model.put("problem", refusal.problem());
    return HttpResponse.status(HttpStatus.valueOf(refusal.problem().status()))
        .body(new ModelAndView<>("migration/review", model));
  }

  private HttpResponse<?> refusedOn(Migration before, ProblemException refusal) {
    Map<String, Object> model = shown(queries.find(before.id().value()), null, null);
    model.put("problem", refusal.problem());
    return HttpResponse.status(HttpStatus.valueOf(refusal.problem().status()))
        .body(new ModelAndView<>("migration/migration", model));
  }

  private void carryOut(MigrationAct act, Migration migration, Fields fields) {
    switch (act) {
      case PAUSE -> {
        Migration _ = acts.pause(migration);
      }
      case RESUME -> {
        Migration _ = acts.resume(migration);
      }
      case REDRIVE -> {
        int _ = acts.redrive(migration);
      }
      case VERIFY -> acts.verify(migration, ProveMigration.SAMPLE);
      case CUT_OVER -> acts.cutOver(migration, Bar.USUAL);
      case BACK -> acts.back(migration);
      case CANCEL -> {
        requireMeant(fields);
        Migration _ = acts.cancel(migration);
      }
      case FINISH -> {
        requireMeant(fields);
        acts.finish(migration, fields.textIfGiven("dropUnmoved") != null);
      }
      case REVIEW -> throw nothing();
    }
  }

  private static void requireMeant(Fields fields) {
    if (fields.textIfGiven("yes") == null) {
      throw ProblemException.field("yes", "Say that it is meant.");
    }
  }

  private static MigrationAct named(String name) {
    return Arrays.stream(MigrationAct.values())
        .filter(act -> MigrationView.name(act).equals(name))
        .findAny()
        .orElseThrow(MigrationsPage::nothing);
  }

  private static ProblemException nothing() {
    return ProblemException.notFound("There is nothing of that name to be done.");
  }

  private static HttpResponse<?> leadTo(Migration migration) {
    return leadTo(migration, "");
  }

  private static HttpResponse<?> leadTo(Migration migration, String rest) {
    return HttpResponse.seeOther(URI.create("/migrations/" + migration.id() + rest));
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> refused(ProblemException refusal) {
    return ProblemPage.of(refusal);
  }
}

package dev.riderphotos.web.review;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseState;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Cases.Backlog;
import dev.riderphotos.review.Kind;
import dev.riderphotos.review.Party;
import dev.riderphotos.review.Reviewer;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.audit.Origins;
import dev.riderphotos.web.execution.ExecutionQueries;
import dev.riderphotos.web.execution.ExecutionRow;
import dev.riderphotos.web.execution.ExecutionViews;
import dev.riderphotos.web.form.Fields;
import dev.riderphotos.web.form.Forms;
import dev.riderphotos.web.page.Moment;
import dev.riderphotos.web.page.PrivatePhoto;
import dev.riderphotos.web.page.ProblemPage;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cases that wait for people, and each with all that one needs to decide it. Works without
 * JavaScript; with it, digits decide.
 */
@Hidden
@Controller("/reviews")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class ReviewsPage {
  private static final String PATH = "/reviews";
  private static final int PAGE = 20;
  private static final int HISTORY = 5;

  private final Reviews reviews;
  private final ReviewAnswers answers;
  private final ExecutionQueries executions;
  private final ExecutionViews views;
  private final RiderFaces faces;
  private final NewcomersSeen newcomers;
  private final CsrfTokens tokens;
  private final Forms forms;
  private final Origins origins;
  private final InstantSource clock;

  ReviewsPage(
      Reviews reviews,
      ReviewAnswers answers,
      ExecutionQueries executions,
      ExecutionViews views,
      RiderFaces faces,
      NewcomersSeen newcomers,
      CsrfTokens tokens,
      Forms forms,
      Origins origins,
      InstantSource clock) {
    this.reviews = reviews;
    this.answers = answers;
    this.executions = executions;
    this.views = views;
    this.faces = faces;
    this.newcomers = newcomers;
    this.tokens = tokens;
    this.forms = forms;
    this.origins = origins;
    this.clock = clock;
  }

  /**
   * Cases of a state and a kind.
   *
   * @param decided the case that was decided last
   */
  @Get
  ModelAndView<Map<String, Object>> list(
      HttpRequest<?> request,
      @QueryValue(defaultValue = "OPEN") String state,
      @QueryValue @Nullable String kind,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String decided) {
    Reviewer reviewer = Reviews.reviewer(request);
    Instant now = clock.instant();
    Cases.Page page = reviews.list(state, kind, cursor, PAGE);
    Backlog backlog = reviews.backlog();
    Map<String, Object> model = new HashMap<>();
    model.put("cases", page.cases().stream().map(each -> view(each, reviewer, now)).toList());
    model.put("states", CaseState.values());
    model.put("kinds", Kind.values());
    model.put("state", state);
    model.put("kind", kind == null ? "" : kind);
    model.put("open", backlog.total());
    model.put("oldest", Optional.ofNullable(Moment.ofNullable(backlog.oldest(), now)));
    model.put("first", cursor == null || cursor.isBlank());
    model.put("next", page.next() == null ? "" : page.next().value());
    model.put("decided", decided(reviewer, decided, now));
    model.put("newcomers", newcomers.inHundred());
    return new ModelAndView<>("review/reviews", model);
  }

  /** Leads to the next case that waits for this reviewer, or says that none does. */
  @Post("/next")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> next(HttpRequest<?> request, @Body @Nullable InputStream body) {
    tokens.check(request, forms.fields(request, body));
    return onward(Reviews.reviewer(request), "");
  }

  /**
   * One case, which is the caller's to decide for a while.
   *
   * @param decided the case that was decided before
   */
  @Get("/{id}")
  ModelAndView<Map<String, Object>> one(
      HttpRequest<?> request, String id, @QueryValue @Nullable String decided) {
    Reviewer reviewer = Reviews.reviewer(request);
    return new ModelAndView<>(
        "review/review", shown(reviewer, reviews.look(reviewer, id), decided));
  }

  @Get(
      uri = "/{id}/photos/{side}",
      produces = {MediaType.IMAGE_JPEG, MediaType.IMAGE_PNG})
  HttpResponse<byte[]> photo(String id, String side) {
    return PrivatePhoto.answer(reviews.photo(id, side));
  }

  @Post("/{id}/decisions")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> decide(HttpRequest<?> request, String id, @Body @Nullable InputStream body) {
    Fields fields = forms.fields(request, body);
    tokens.check(request, fields);
    Reviewer reviewer = Reviews.reviewer(request);
    try {
      Case _ = reviews.decide(reviewer, origins.of(request), id, order(fields));
    } catch (ProblemException refusal) {
      return again(reviewer, id, refusal);
    }
    return onward(reviewer, id);
  }

  @Post("/{id}/undo")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> undo(HttpRequest<?> request, String id, @Body @Nullable InputStream body) {
    tokens.check(request, forms.fields(request, body));
    Reviewer reviewer = Reviews.reviewer(request);
    try {
      Case _ = reviews.undo(reviewer, origins.of(request), id);
    } catch (ProblemException refusal) {
      return again(reviewer, id, refusal);
    }
    return HttpResponse.seeOther(URI.create(PATH + "/" + id));
  }

  private HttpResponse<?> onward(Reviewer reviewer, String decided) {
    String rest = decided.isEmpty() ? "" : "?decided=" + decided;
    return HttpResponse.seeOther(
        URI.create(reviews.next(reviewer).map(next -> PATH + "/" + next.id()).orElse(PATH) + rest));
  }

  /** A choice is a decision, and of one person which registration goes. */
  private static DecisionOrder order(Fields fields) {
    String[] choice = fields.textOrEmpty("choice").split("\\.", 2);
    String note = fields.textOrEmpty("note").strip();
    return new DecisionOrder(
        choice[0],
        fields.textIfGiven("version"),
        note.isEmpty() ? null : note,
        choice.length == 2 ? choice[1] : null,
        fields.textIfGiven("now") != null);
  }

  private HttpResponse<?> again(Reviewer reviewer, String id, ProblemException refusal) {
    Map<String, Object> model = shown(reviewer, reviews.find(id), null);
    model.put("problem", refusal.problem());
    return HttpResponse.status(HttpStatus.valueOf(refusal.problem().status()))
        .body(new ModelAndView<>("review/review", model));
  }

  private Map<String, Object> shown(Reviewer reviewer, Case of, @Nullable String decided) {
    Instant now = clock.instant();
    Map<String, Object> model = new HashMap<>();
    model.put("review", view(of, reviewer, now));
    model.put("history", history(of.rider().rider()));
    model.put("otherHistory", otherHistory(of));
    model.put("ruler", ruler(of));
    model.put("decided", decided(reviewer, decided, now));
    return model;
  }

  private Optional<Ruler> ruler(Case of) {
    return Optional.ofNullable(of.similarity()).map(similarity -> Ruler.of(similarity, faces));
  }

  private List<ExecutionRow> otherHistory(Case of) {
    Party other = of.other();
    return other == null || of.riders().size() == 1 ? List.of() : history(other.rider());
  }

  private List<ExecutionRow> history(RiderId rider) {
    Executions.Page page = executions.last(rider, HISTORY);
    List<Execution> last = page.executions();
    return views.rows(last);
  }

  /** Empty if it is not there any more, or was never named. */
  private Optional<ReviewView> decided(Reviewer reviewer, @Nullable String id, Instant now) {
    try {
      return id == null || id.isBlank()
          ? Optional.empty()
          : Optional.of(view(reviews.find(id), reviewer, now));
    } catch (ProblemException gone) {
      return Optional.empty();
    }
  }

  private ReviewView view(Case of, Reviewer reviewer, Instant now) {
    return ReviewView.of(of, answers.of(of, reviewer), now);
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> refused(ProblemException refusal) {
    return ProblemPage.of(refusal);
  }
}
